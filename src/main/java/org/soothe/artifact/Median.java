package org.soothe.artifact;

/**
 * The median by selection: the same bits as by sorting, in linear time. Pure functions, nothing is allocated; the values are
 * put in another order. NaN is not expected among them.
 *
 * <p>Even count: (lower + upper) / 2. None: NaN.
 *
 * <p>Reference: Hoare 1961, "Algorithm 65: find", Communications of the ACM 4:321.
 */
final class Median {

    private Median() {}

    /** Returns the median of the first {@code count} values. */
    static double of(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        int middle = count / 2;
        select(values, count, middle);
        if ((count & 1) == 1) {
            return values[middle];
        }
        double lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + values[middle]) / 2;
    }

    /** Returns whether the median of the first {@code count} values, at least one, exceeds a limit; keeps their order. */
    static boolean exceeds(double limit, double[] values, int count) {
        int above = 0;
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (values[i] > limit) {
                above++;
                upper = Math.min(upper, values[i]);
            } else {
                lower = Math.max(lower, values[i]);
            }
        }
        // with as many above as below, the limit lies between the two values in the middle
        return 2 * above == count ? (lower + upper) / 2 > limit : 2 * above > count;
    }

    private static void select(double[] values, int count, int wanted) {
        int left = 0;
        int right = count - 1;
        while (left < right) {
            double pivot = values[wanted];
            int low = left;
            int high = right;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (high < wanted) {
                left = low;
            }
            if (low > wanted) {
                right = high;
            }
        }
    }
}
