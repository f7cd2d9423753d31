package org.soothe.hrv;

/** The straight line of least squares, or the mean, taken away from evenly spaced samples. Stateless. */
final class StraightLine {

    private StraightLine() {}

    /** Takes the mean away from {@code count} samples from {@code from} on, into {@code out} from 0 on. */
    static void removeMean(double[] x, int from, int count, double[] out) {
        double mean = mean(x, from, count);
        for (int i = 0; i < count; i++) {
            out[i] = x[from + i] - mean;
        }
    }

    /**
     * Takes away the line of least squares, slope = sum((i - c) x_i) / sum((i - c)^2) about the middle c; below two
     * samples the mean.
     */
    static void remove(double[] x, int from, int count, double[] out) {
        double mean = mean(x, from, count);
        double centre = (count - 1) / 2.0;
        double moment = 0;
        for (int i = 0; i < count; i++) {
            moment += (i - centre) * (x[from + i] - mean);
        }
        // sum over i of (i - c)^2 = n (n^2 - 1) / 12
        double squares = count * ((double) count * count - 1) / 12;
        double slope = count > 1 ? moment / squares : 0;
        for (int i = 0; i < count; i++) {
            out[i] = x[from + i] - mean - slope * (i - centre);
        }
    }

    private static double mean(double[] x, int from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[from + i];
        }
        return sum / count;
    }
}
