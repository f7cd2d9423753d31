package org.soothe.response;

import java.util.List;

/**
 * Immutable. One way in which heart rate and swing may wander without any response. Which one holds for a person is not
 * known; {@link LawBank} weighs them by how well they foretell the person's beats.
 *
 * @param heartRateSdBpm standard deviation of the drift of heart rate within minutes
 * @param lnSwingSd the same of ln RSA amplitude
 * @param heartRateFastSdBpm standard deviation of the drift of heart rate within seconds
 * @param lnSwingFastSd the same of ln amplitude
 * @param heartRateWalkSdBpm slow walk of heart rate per 300 s
 * @param lnSwingWalkSd the same of ln amplitude
 * @param correlationRatio correlation of heart rate and ln amplitude in all three
 * @param priorRatio weight before any beat
 */
record DriftLaw(
        double heartRateSdBpm,
        double lnSwingSd,
        double heartRateFastSdBpm,
        double lnSwingFastSd,
        double heartRateWalkSdBpm,
        double lnSwingWalkSd,
        double correlationRatio,
        double priorRatio) {

    /** Time constant of the drift within minutes, s: middle of 40 to 120 s (physiology 10.1). */
    static final double TAU_S = 75;

    /** Time constant of the drift within seconds, s. */
    static final double FAST_TAU_S = 8;

    /** The law to begin a fit with. */
    static final int USUAL = 1;

    /** Six that move as in 10.1, in several sizes, and one restless within seconds, as in a world of 1/f drift. */
    static final List<DriftLaw> ALL = List.of(
            smooth(0.7, 0.7, -0.5),
            smooth(1, 1, -0.5),
            smooth(1.35, 1.35, -0.5),
            smooth(1.35, 0.75, -0.5),
            smooth(0.75, 1.35, -0.5),
            smooth(1.2, 1.2, 0),
            restless());

    private static DriftLaw smooth(double h, double l, double correlation) {
        return new DriftLaw(1.6 * h, 0.15 * l, 0.25, 0.025, 1.7 * h, 0.12 * l, correlation, 1);
    }

    private static DriftLaw restless() {
        return new DriftLaw(2.02, 0.17, 2.02, 0.17, 1.95, 0.16, 0, 1);
    }
}
