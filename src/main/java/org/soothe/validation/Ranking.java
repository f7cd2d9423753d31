package org.soothe.validation;

import java.util.Arrays;

/** How well a score ranks those with a response above those without. Stateless. */
final class Ranking {
    private static final double Z = 1.959963984540054;

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

    /**
     * Returns the ROC curve: x the shares of those without at or above each threshold, y of those with; thresholds are all
     * scores there are.
     */
    static double[][] roc(double[] with, double[] without) {
        double[] negatives = sorted(without);
        double[] positives = sorted(with);
        double[] thresholds = java.util.stream.DoubleStream.concat(Arrays.stream(negatives), Arrays.stream(positives))
                .distinct()
                .sorted()
                .toArray();
        int n = thresholds.length;
        double[][] curve = new double[2][n + 1];
        for (int i = 0; i < n; i++) {
            double threshold = thresholds[n - 1 - i];
            curve[0][i + 1] = 1 - (double) lowerBound(negatives, threshold) / negatives.length;
            curve[1][i + 1] = 1 - (double) lowerBound(positives, threshold) / positives.length;
        }
        return curve;
    }

    static double median(double[] values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    /**
     * Returns the 95 % interval of the median, from order statistics: ranks n/2 -+ 0.98 sqrt(n), NaN left out.
     *
     * <ul>
     *   <li>Fewer than six values: the smallest and the largest; none: NaN.
     * </ul>
     */
    static double[] medianInterval(double[] values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        if (n == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double half = 0.5 * Z * StrictMath.sqrt(n);
        int low = (int) Math.max(0, Math.floor(0.5 * n - half) - 1);
        int high = (int) Math.min(n - 1, Math.ceil(0.5 * n + half));
        return new double[] {sorted[low], sorted[high]};
    }

    /** Returns how many of those with a response score higher than all but a share of those without. */
    static Share foundAt(double[] with, double[] without, double falseShare) {
        double[] negatives = sorted(without);
        int allowed = (int) Math.floor(falseShare * negatives.length);
        double threshold = negatives[negatives.length - 1 - allowed];
        long found = Arrays.stream(with).filter(score -> score > threshold).count();
        return new Share((int) found, with.length);
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
