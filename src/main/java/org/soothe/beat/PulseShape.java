package org.soothe.beat;

/**
 * Whether the wave between two upstrokes looks like those before it: its correlation with the median of the last 10 good
 * ones, all stretched to 50 points, must be at least 0.86 (physiology basis 4.6). Not thread-safe; fixed size.
 *
 * <p>With fewer than three good ones there is nothing to compare with, and a wave is taken for good. Five waves in a row
 * that look like each other but not like the median replace what was learned: it was a disturbance, or the sensor moved.
 */
final class PulseShape {

    /** Least correlation (Orphanidou-type threshold). */
    static final double LEAST_CORRELATION = 0.86;

    private static final int POINTS = 50;
    private static final int TEMPLATES = 10;
    private static final int LEAST_TEMPLATES = 3;
    private static final int RELEARN_COUNT = 5;

    private final double[][] good = new double[TEMPLATES][POINTS];
    private final double[] median = new double[POINTS];
    private final double[] sorted = new double[TEMPLATES];
    private double[] wave = new double[POINTS];
    private double[] before = new double[POINTS];
    private int goodCount;
    private int next;
    private int alikeCount;
    private double height;

    void clear() {
        goodCount = 0;
        next = 0;
        alikeCount = 0;
    }

    /** Reads the wave between two places and returns whether it looks right. */
    boolean read(PulseWave from, double startIndex, double endIndex) {
        double[] oldest = before;
        before = wave;
        wave = oldest;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            wave[i] = from.between(startIndex + (endIndex - startIndex) * i / (POINTS - 1));
            highest = Math.max(highest, wave[i]);
            lowest = Math.min(lowest, wave[i]);
        }
        height = highest - lowest;
        if (goodCount < LEAST_TEMPLATES || correlation(wave, median) >= LEAST_CORRELATION) {
            alikeCount = 0;
            return true;
        }
        alikeCount = correlation(wave, before) >= LEAST_CORRELATION ? alikeCount + 1 : 0;
        if (alikeCount >= RELEARN_COUNT) {
            clear();
        }
        return false;
    }

    /** Returns the height of the wave read last. */
    double height() {
        return height;
    }

    /** Learns from the wave read last, which is good in all other respects too. */
    void learn() {
        System.arraycopy(wave, 0, good[next], 0, POINTS);
        next = (next + 1) % TEMPLATES;
        goodCount = Math.min(TEMPLATES, goodCount + 1);
        for (int i = 0; i < POINTS; i++) {
            median[i] = medianAt(i);
        }
    }

    private double medianAt(int point) {
        for (int k = 0; k < goodCount; k++) {
            double value = good[k][point];
            int at = k;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = value;
        }
        return (sorted[(goodCount - 1) / 2] + sorted[goodCount / 2]) / 2;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < POINTS; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / StrictMath.sqrt(aa * bb);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
