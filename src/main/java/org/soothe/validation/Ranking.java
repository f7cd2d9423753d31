package org.soothe.validation;

import java.util.Arrays;

/** How well a score ranks those with a response above those without. Stateless. */
final class Ranking {
    private Ranking() {}

    /**
     * Area under the ROC curve: the share of pairs (one with, one without) in which the one with scores higher; a tie counts
     * half (Mann and Whitney 1947). NaN scores are left out.
     *
     * <ul>
     *   <li>None with, or none without: NaN.
     * </ul>
     */
    static double area(double[] with, double[] without) {
        double[] negatives = sorted(without);
        double[] positives = sorted(with);
        double above = 0;
        for (double score : positives) {
            int lower = lowerBound(negatives, score);
            int upper = lower;
            while (upper < negatives.length && negatives[upper] == score) {
                upper++;
            }
            above += lower + 0.5 * (upper - lower);
        }
        return above / ((double) positives.length * negatives.length);
    }

    /** Returns the share of scores at or above a threshold. */
    static double shareAtLeast(double[] scores, double threshold) {
        int count = 0;
        for (double score : scores) {
            count += score >= threshold ? 1 : 0;
        }
        return (double) count / scores.length;
    }

    static double median(double[] values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    private static int lowerBound(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] sorted(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
