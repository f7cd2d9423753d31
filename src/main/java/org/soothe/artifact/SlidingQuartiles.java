package org.soothe.artifact;

/**
 * The values of a sliding window kept in order, for medians and quartiles without sorting anew. Not thread-safe.
 *
 * <p>Quantiles are type 7: position {@code (n - 1) p} in the ordered values, linear in between. Values must not be NaN.
 */
final class SlidingQuartiles {

    private final double[] sorted;
    private int size;

    SlidingQuartiles(int capacity) {
        this.sorted = new double[capacity];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(double value) {
        int at = position(value);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    /** Takes out one value that is in the window. */
    void remove(double value) {
        int at = position(value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }

    /** Puts {@code newValue} in the place of {@code oldValue}, which is in the window. */
    void replace(double oldValue, double newValue) {
        int from = position(oldValue);
        int to = position(newValue);
        if (to > from) {
            to--;
            System.arraycopy(sorted, from + 1, sorted, from, to - from);
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
        }
        sorted[to] = newValue;
    }

    /** Returns the median; NaN of an empty window. */
    double median() {
        if (size == 0) {
            return Double.NaN;
        }
        int half = size / 2;
        return (size & 1) == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Returns half the distance of the quartiles, (Q3 - Q1)/2; NaN of an empty window. */
    double quartileDeviation() {
        if (size == 0) {
            return Double.NaN;
        }
        return (quantile(3 * (size - 1)) - quantile(size - 1)) / 2;
    }

    /** Returns the value at a position that is given in quarters. */
    private double quantile(int quarters) {
        int below = quarters >> 2;
        int rest = quarters & 3;
        double low = sorted[below];
        return rest == 0 ? low : low + (sorted[below + 1] - low) * (rest * 0.25);
    }

    /** Returns how many values are smaller than the given one. */
    private int position(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
