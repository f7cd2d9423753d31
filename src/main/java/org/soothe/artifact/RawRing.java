package org.soothe.artifact;

/** The newest raw beats with class and corrected value, numbered from 0 for ever. Not thread-safe. */
final class RawRing {

    static final int CAPACITY = 2048;
    private static final int MASK = CAPACITY - 1;

    private final long[] timeNs = new long[CAPACITY];
    private final double[] rrMs = new double[CAPACITY];
    private final double[] receivedMs = new double[CAPACITY];
    private final double[] correctedMs = new double[CAPACITY];
    private final boolean[] startsSegment = new boolean[CAPACITY];
    private final BeatClass[] classes = new BeatClass[CAPACITY];

    private long count;

    long count() {
        return count;
    }

    boolean holds(long ordinal) {
        return ordinal >= 0 && ordinal < count && ordinal >= count - CAPACITY;
    }

    void add(long atNs, double ms, boolean starts) {
        int at = (int) count & MASK;
        timeNs[at] = atNs;
        rrMs[at] = ms;
        receivedMs[at] = ms;
        correctedMs[at] = Double.NaN;
        startsSegment[at] = starts || count == 0;
        classes[at] = BeatClass.NORMAL;
        count++;
    }

    void shift(long fromOrdinal, long shiftNs) {
        for (long k = Math.max(fromOrdinal, Math.max(0, count - CAPACITY)); k < count; k++) {
            timeNs[(int) k & MASK] += shiftNs;
        }
        startsSegment[(int) fromOrdinal & MASK] = true;
    }

    long timeNs(long ordinal) {
        return timeNs[(int) ordinal & MASK];
    }

    double rrMs(long ordinal) {
        return rrMs[(int) ordinal & MASK];
    }

    double receivedMs(long ordinal) {
        return receivedMs[(int) ordinal & MASK];
    }

    void refine(long ordinal, double ms) {
        rrMs[(int) ordinal & MASK] = ms;
    }

    double correctedMs(long ordinal) {
        return correctedMs[(int) ordinal & MASK];
    }

    boolean startsSegment(long ordinal) {
        return startsSegment[(int) ordinal & MASK];
    }

    BeatClass beatClass(long ordinal) {
        return classes[(int) ordinal & MASK];
    }

    void judged(long ordinal, BeatClass beatClass, double ms) {
        classes[(int) ordinal & MASK] = beatClass;
        correctedMs[(int) ordinal & MASK] = ms;
    }

    void clear() {
        count = 0;
    }
}
