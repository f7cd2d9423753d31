package org.soothe.artifact;

/**
 * The decisions of Lipponen and Tarvainen on one beat, as pure functions of its neighbourhood; shared by the centred
 * and the trailing classification.
 *
 * <p>{@code d} are normalised differences dRR/Th1, {@code m} the normalised distance from the median; both have no
 * dimension. Reference: J. A. Lipponen and M. P. Tarvainen 2019, A robust algorithm for heart rate variability time
 * series artefact correction using novel beat classification, J. Med. Eng. Technol. 43:173-181.
 */
final class LipponenRule {

    /** Factor on quartile deviations: covers 99.95 % of a normal distribution (in the article). */
    static final double ALPHA = 5.2;

    /** Smallest threshold in milliseconds: without it a quantised or very steady series flags everything (ours). */
    static final double FLOOR_MS = 20;

    /** Beats of the window of the thresholds. */
    static final int THRESHOLD_BEATS = 91;

    /** Beats of the window of the median. */
    static final int MEDIAN_BEATS = 11;

    /** Slope of the line that parts ectopic from normal pairs (in the article). */
    private static final double SLOPE = 0.13;

    /** Intercept of the same line. */
    private static final double INTERCEPT = 0.17;

    private LipponenRule() {}

    static boolean unremarkable(double d, double m) {
        return Math.abs(d) <= 1 && Math.abs(m) <= 3;
    }

    /** Distance from the median, doubled if negative: short intervals can deviate less. */
    static double doubledIfNegative(double distanceMs) {
        return distanceMs < 0 ? 2 * distanceMs : distanceMs;
    }

    static double s12(double dBefore, double d, double dAfter) {
        if (d > 0) {
            return Math.max(dBefore, dAfter);
        }
        return d < 0 ? Math.min(dBefore, dAfter) : 0;
    }

    static double s22(double d, double dAfter, double dSecondAfter) {
        return d >= 0 ? Math.min(dAfter, dSecondAfter) : Math.max(dAfter, dSecondAfter);
    }

    static boolean ectopic(double d, double s12) {
        return (d > 1 && s12 < -SLOPE * d - INTERCEPT) || (d < -1 && s12 > -SLOPE * d + INTERCEPT);
    }

    /**
     * Judges the interval itself once it is not ectopic.
     *
     * @param rrAfterMs the next interval, NaN where there is none (then it is never EXTRA)
     */
    static BeatClass longOrShort(
            double d, double s22, double m, double rrMs, double rrAfterMs, double medianMs, double th2Ms) {
        boolean isLong = d > 1 && s22 < -1;
        boolean isShort = d < -1 && s22 > 1;
        if (!isLong && !isShort && Math.abs(m) <= 3) {
            return BeatClass.NORMAL;
        }
        if (isShort && Math.abs(rrMs + rrAfterMs - medianMs) < th2Ms) {
            return BeatClass.EXTRA;
        }
        if (isLong && Math.abs(rrMs / 2 - medianMs) < th2Ms) {
            return BeatClass.MISSED;
        }
        return BeatClass.LONG_SHORT;
    }
}
