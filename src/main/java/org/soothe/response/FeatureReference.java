package org.soothe.response;

import java.util.Arrays;

/**
 * One feature over the reference, and the standardised change against it.
 *
 * <pre>m = median of the reference windows; s_obs = 1.4826 median |x - m|
 * s^2 = (6 S0^2 + 4 s_obs^2) / 10
 * S^2 = s^2 + d0 + d1 t,  t = seconds since the reference ended
 * z = (x - m) / S, held within -4 and +4</pre>
 *
 * <p>s is shrunk towards a prior because 5 minutes hold only about five independent windows of 60 s.
 *
 * <ul>
 *   <li>NaN in, or no window in the reference: NaN.
 * </ul>
 *
 * <p>Not thread-safe. Reading allocates nothing. Physiology basis 5.3, golden case G9.
 */
final class FeatureReference {

    private static final double MAD_TO_SD = 1.4826;
    private static final double LARGEST_Z = 4;

    private final FeatureLaw law;
    private double median = Double.NaN;
    private double observedSd = Double.NaN;

    FeatureReference(FeatureLaw law) {
        this.law = law;
    }

    void clear() {
        set(Double.NaN, Double.NaN);
    }

    void set(double newMedian, double newObservedSd) {
        median = newMedian;
        observedSd = newObservedSd;
    }

    /** Takes the windows of a reference; {@code work} is overwritten and as long as them. */
    void read(double[] windows, int count, double[] work) {
        System.arraycopy(windows, 0, work, 0, count);
        double centre = Medians.ofFirst(work, count);
        for (int i = 0; i < count; i++) {
            work[i] = Math.abs(windows[i] - centre);
        }
        set(centre, MAD_TO_SD * Medians.ofFirst(work, count));
    }

    double median() {
        return median;
    }

    double sd(double ageS) {
        return law.sd(observedSd, ageS);
    }

    double z(double value, double ageS) {
        return limited((value - median) / sd(ageS));
    }

    static double limited(double z) {
        return Math.max(-LARGEST_Z, Math.min(LARGEST_Z, z));
    }

    /** Medians in place. */
    static final class Medians {
        private Medians() {}

        /** Returns the median of the first numbers, which are sorted by it; NaN of none. */
        static double ofFirst(double[] values, int count) {
            if (count == 0) {
                return Double.NaN;
            }
            Arrays.sort(values, 0, count);
            int half = count / 2;
            return count % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
        }
    }
}
