package org.soothe.hrv;

/**
 * The median of what was known in the last three estimates; of two their mean.
 *
 * <p>An unknown estimate (NaN) takes its place and counts for nothing, so that nothing older than three ticks is used.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing.
 */
final class RecentMedian {

    private double newest = Double.NaN;
    private double middle = Double.NaN;
    private double oldest = Double.NaN;

    void add(double estimate) {
        oldest = middle;
        middle = newest;
        newest = estimate;
    }

    /** Returns the median, NaN where none of the three is known. */
    double median() {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int known = 0;
        for (int i = 0; i < 3; i++) {
            double value = i == 0 ? newest : i == 1 ? middle : oldest;
            if (!Double.isNaN(value)) {
                known++;
                sum += value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (known == 3) {
            return Math.max(Math.min(newest, middle), Math.min(Math.max(newest, middle), oldest));
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
