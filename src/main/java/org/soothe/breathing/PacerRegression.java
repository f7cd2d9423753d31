package org.soothe.breathing;

/**
 * RSA amplitude by regression on the phase of the pacer: no resampling, and it works while the rate changes. Not
 * thread-safe; owned by the thread that owns the engine. Allocates nothing after it is made.
 *
 * <p>With tau the time from the mean beat time in minutes and phi the pacer's phase at the beat that ends the interval
 * (0 = start of the in-breath), least squares of
 *
 * <pre>(1) RR = b0 + b1 tau + b2 tau^2 + c1 cos phi + s1 sin phi + c2 cos 2phi + s2 sin 2phi   (ms)
 * (2) A1 = sqrt(c1^2 + s1^2), half peak to peak (ms);   lnRSA = ln(max(A1, 0.5));   power = A1^2 / 2 (ms^2)
 * (3) lag = atan2(s1, c1): the phase at which RR is longest (radians)
 * (4) R2 = 1 - SS(all columns) / SS(b0, b1, b2): the share of the detrended variance that follows the pacer</pre>
 *
 * <p>The phase runs linearly through in-breath and out-breath of different lengths; the second harmonic takes up the
 * asymmetry.
 *
 * <ul>
 *   <li>Fewer beats than columns, or beats that all fall on one phase: {@link #fit} says false, every value is NaN.
 *   <li>Intervals all equal: A1 is 0, lnRSA is ln 0.5, R2 and lag are NaN.
 *   <li>Beats so regular that a second harmonic cannot be told from the first: it is left out.
 * </ul>
 *
 * <p>Reference: physiology basis 3.3, golden case G7.
 */
final class PacerRegression {

    private static final int TREND_COLUMNS = 3;
    private static final int COLUMNS = 7;

    /** Amplitudes below this are not told apart, milliseconds: half a tick of a strap. */
    static final double FLOOR_MS = 0.5;

    /** Mean square of detrended intervals below which there is only rounding, square milliseconds. */
    private static final double ROUNDING_MS2 = 1e-12;

    private final LeastSquares squares;
    private double cosMs = Double.NaN;
    private double sinMs = Double.NaN;
    private double r2 = Double.NaN;

    PacerRegression(int capacity) {
        this.squares = new LeastSquares(COLUMNS, capacity);
    }

    /** Fits the newest {@code count} beats; returns whether there is a result. */
    boolean fit(PacedBeats beats, int count) {
        clear();
        if (count <= COLUMNS) {
            return false;
        }
        double meanAgeS = 0;
        double meanMs = 0;
        for (int i = 0; i < count; i++) {
            meanAgeS += beats.ageS(i);
            meanMs += beats.rrMs(i);
        }
        meanAgeS /= count;
        meanMs /= count;
        fill(beats, count, meanAgeS, meanMs);
        squares.solve(count);
        if (!squares.isIndependent(3) || !squares.isIndependent(4)) {
            return false;
        }
        cosMs = squares.coefficient(3);
        sinMs = squares.coefficient(4);
        double trendMs2 = squares.residualSquares(TREND_COLUMNS);
        if (trendMs2 > ROUNDING_MS2 * count) {
            // (4)
            r2 = 1 - squares.residualSquares(COLUMNS) / trendMs2;
        } else {
            cosMs = 0;
            sinMs = 0;
        }
        return true;
    }

    /** Forgets the last fit. */
    void clear() {
        cosMs = Double.NaN;
        sinMs = Double.NaN;
        r2 = Double.NaN;
    }

    /** (1); the mean is taken off first, b0 gives it back and nobody asks for it. */
    private void fill(PacedBeats beats, int count, double meanAgeS, double meanMs) {
        double[] right = squares.right();
        for (int i = 0; i < count; i++) {
            double tau = (meanAgeS - beats.ageS(i)) / 60;
            double cos = beats.cos(i);
            double sin = beats.sin(i);
            squares.column(0)[i] = 1;
            squares.column(1)[i] = tau;
            squares.column(2)[i] = tau * tau;
            squares.column(3)[i] = cos;
            squares.column(4)[i] = sin;
            squares.column(5)[i] = cos * cos - sin * sin;
            squares.column(6)[i] = 2 * cos * sin;
            right[i] = beats.rrMs(i) - meanMs;
        }
    }

    /** (2), milliseconds. */
    double amplitudeMs() {
        return StrictMath.sqrt(cosMs * cosMs + sinMs * sinMs);
    }

    /** (2). */
    double lnRsa() {
        return StrictMath.log(Math.max(amplitudeMs(), FLOOR_MS));
    }

    /** (2), square milliseconds. */
    double powerMs2() {
        return (cosMs * cosMs + sinMs * sinMs) / 2;
    }

    /** (3), radians from -pi to pi. */
    double lagRadians() {
        return Double.isNaN(r2) ? Double.NaN : StrictMath.atan2(sinMs, cosMs);
    }

    /** (4), 0 to 1. */
    double r2() {
        return r2;
    }
}
