package org.soothe.breathing;

/**
 * Phase locking value over complete pacer cycles: how alike the cycles are in where the heart is slowest. Not
 * thread-safe; owned by the thread that owns the engine. Allocates nothing after it is made.
 *
 * <pre>(1) per cycle with 5 beats or more, least squares of RR = a + b phi + c cos phi + s sin phi
 * (2) psi_k = atan2(s, c);   PLV = |mean over k of exp(j psi_k)|, 0 to 1</pre>
 *
 * <p>exp(j psi) is (c, s) divided by its length, so no angle is computed.
 *
 * <ul>
 *   <li>A cycle with fewer beats, or in which a fit is not possible or finds no wave, is left out.
 *   <li>Fewer than 8 cycles: NaN. With 5 the value says little.
 *   <li>Around 0.87 and more for those who follow, 0.67 and less for those who do not; cut at 0.75.
 * </ul>
 *
 * <p>Reference: physiology basis 8.2.
 */
final class PhaseLocking {

    static final int MIN_CYCLES = 8;
    static final int MIN_BEATS = 5;
    private static final int COLUMNS = 4;

    private final LeastSquares squares;
    private int cycles;
    private double sumCos;
    private double sumSin;

    PhaseLocking(int capacity) {
        this.squares = new LeastSquares(COLUMNS, capacity);
    }

    /** Reads the cycles that begin at {@code firstCycle} or later and end before the breath count {@code endCount}. */
    void read(PacedBeats beats, double firstCycle, double endCount) {
        cycles = 0;
        sumCos = 0;
        sumSin = 0;
        int i = 0;
        while (i < beats.size()) {
            double cycle = StrictMath.floor(beats.breathCount(i));
            int first = i;
            while (i < beats.size() && beats.breathCount(i) >= cycle) {
                i++;
            }
            if (cycle >= firstCycle && cycle + 1 <= endCount && i - first >= MIN_BEATS) {
                add(beats, first, i, cycle);
            }
        }
    }

    /** Returns how many cycles were used. */
    int cycles() {
        return cycles;
    }

    /** (2), 0 to 1. */
    double value() {
        if (cycles < MIN_CYCLES) {
            return Double.NaN;
        }
        return StrictMath.sqrt(sumCos * sumCos + sumSin * sumSin) / cycles;
    }

    private void add(PacedBeats beats, int first, int end, double cycle) {
        double firstMs = beats.rrMs(first);
        for (int i = first; i < end; i++) {
            int row = i - first;
            squares.column(0)[row] = 1;
            squares.column(1)[row] = beats.breathCount(i) - cycle;
            squares.column(2)[row] = beats.cos(i);
            squares.column(3)[row] = beats.sin(i);
            squares.right()[row] = beats.rrMs(i) - firstMs;
        }
        squares.solve(end - first);
        double cos = squares.coefficient(2);
        double sin = squares.coefficient(3);
        double length = StrictMath.sqrt(cos * cos + sin * sin);
        if (squares.isIndependent(2) && squares.isIndependent(3) && length > 0) {
            sumCos += cos / length;
            sumSin += sin / length;
            cycles++;
        }
    }
}
