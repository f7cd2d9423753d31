package org.soothe.response;

/**
 * How much a feature varies at rest, and how its variance grows with the age of the reference (physiology basis 5.3).
 *
 * <p>The numbers were fitted to a simulator whose typical error of lnRMSSD is 0.095 for consecutive phases of 5 min and
 * 0.16 at 20 min; they are to be fitted again when real recordings are there.
 */
enum FeatureLaw {
    /** Heart rate, beats per minute. */
    HEART_RATE(1.1, 2.6, 0.011),
    /** Natural logarithm of RMSSD in ms. */
    LN_RMSSD(0.10, 0.018, 0.00005),
    /** Natural logarithm of the RSA amplitude in ms. */
    LN_RSA(0.13, 0.030, 0.00007);

    private static final double PRIOR_WEIGHT = 6;
    private static final double OBSERVED_WEIGHT = 4;

    private final double priorSd;
    private final double driftVariance;
    private final double driftVariancePerS;

    FeatureLaw(double priorSd, double driftVariance, double driftVariancePerS) {
        this.priorSd = priorSd;
        this.driftVariance = driftVariance;
        this.driftVariancePerS = driftVariancePerS;
    }

    /** The scatter of windows that is expected before any was seen. */
    double priorSd() {
        return priorSd;
    }

    /** S of a feature whose reference windows scatter by {@code observedSd}, {@code ageS} after the reference ended. */
    double sd(double observedSd, double ageS) {
        double s2 = (PRIOR_WEIGHT * priorSd * priorSd + OBSERVED_WEIGHT * observedSd * observedSd)
                / (PRIOR_WEIGHT + OBSERVED_WEIGHT);
        return StrictMath.sqrt(s2 + driftVariance + driftVariancePerS * ageS);
    }
}
