package org.soothe.beat;

/** Median of the last nine intervals; nine outvote a few artifacts and still follow the heart. Not thread-safe. */
final class RecentMedian {

    private static final int COUNT = 9;

    private final double[] recent = new double[COUNT];
    private final double[] sorted = new double[COUNT];
    private int size;
    private int next;

    void add(double value) {
        recent[next] = value;
        next = (next + 1) % COUNT;
        size = Math.min(COUNT, size + 1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the upper median. There must be a value. */
    double value() {
        for (int i = 0; i < size; i++) {
            double value = recent[i];
            int at = i;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = value;
        }
        return sorted[size / 2];
    }
}
