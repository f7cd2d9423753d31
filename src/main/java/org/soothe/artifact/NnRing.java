package org.soothe.artifact;

/**
 * The newest accepted intervals in a ring of fixed size: more than 300 s at 200 bpm. Not thread-safe; owned by the thread
 * that owns the engine. Readers on that thread may keep the reference; its content moves on.
 */
final class NnRing implements NnSeries {

    private static final int CAPACITY = 2048;
    private static final int MASK = CAPACITY - 1;

    private final long[] timeNs = new long[CAPACITY];
    private final double[] nnMs = new double[CAPACITY];
    private final boolean[] corrected = new boolean[CAPACITY];
    private final boolean[] followsGap = new boolean[CAPACITY];
    private final long[] ordinal = new long[CAPACITY];

    private long count;
    private boolean gapAhead = true;

    @Override
    public int size() {
        return (int) Math.min(count, CAPACITY);
    }

    @Override
    public long timeNs(int i) {
        return timeNs[at(i)];
    }

    @Override
    public double nnMs(int i) {
        return nnMs[at(i)];
    }

    @Override
    public boolean corrected(int i) {
        return corrected[at(i)];
    }

    @Override
    public boolean followsGap(int i) {
        return followsGap[at(i)];
    }

    void gap() {
        gapAhead = true;
    }

    void add(long atNs, double ms, boolean isCorrected, long beatOrdinal) {
        int at = (int) count & MASK;
        timeNs[at] = atNs;
        nnMs[at] = ms;
        corrected[at] = isCorrected;
        followsGap[at] = gapAhead;
        ordinal[at] = beatOrdinal;
        gapAhead = false;
        count++;
    }

    /** Moves the intervals from a beat on; the first of them follows a gap. */
    void shift(long fromOrdinal, long shiftNs) {
        int i = size() - 1;
        while (i >= 0 && ordinal[at(i)] >= fromOrdinal) {
            timeNs[at(i)] += shiftNs;
            i--;
        }
        if (i + 1 < size()) {
            followsGap[at(i + 1)] = true;
        }
    }

    void clear() {
        count = 0;
        gapAhead = true;
    }

    private int at(int i) {
        return (int) (count - size() + i) & MASK;
    }
}
