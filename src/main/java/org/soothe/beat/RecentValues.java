package org.soothe.beat;

/** The last nine values; a median of nine outvotes a few wrong ones and still follows. Not thread-safe. */
public final class RecentValues {

    private static final int COUNT = 9;

    private final double[] recent = new double[COUNT];
    private final double[] sorted = new double[COUNT];
    private int size;
    private int next;

    /** Makes one that holds nothing yet. */
    public RecentValues() {}

    /** Takes the next value. */
    public void add(double value) {
        recent[next] = value;
        next = (next + 1) % COUNT;
        size = Math.min(COUNT, size + 1);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
        next = 0;
    }

    /** Returns the largest value. There must be one. */
    public double largest() {
        double largest = recent[0];
        for (int i = 1; i < size; i++) {
            largest = Math.max(largest, recent[i]);
        }
        return largest;
    }

    /** Returns the upper median, 0 where there is no value. */
    public double median() {
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
