package org.soothe.hrv;

/**
 * What the intervals of one window say about breathing, and the power in the band around it. Immutable.
 *
 * @param breathingRatePerMin the pacer's rate where one was given, else the median of the estimates from the intervals
 * @param knownRatio share of the stretches of 64 s in which breathing could be read from the intervals
 * @param rsaLowHz lower edge of the band around breathing
 * @param rsaHighHz upper edge of the band around breathing
 * @param rsaPowerMs2 power in that band
 * @param lnRsaPower natural logarithm of that power in ms²
 */
public record BreathingMeasures(
        Measure breathingRatePerMin,
        Measure knownRatio,
        Measure rsaLowHz,
        Measure rsaHighHz,
        Measure rsaPowerMs2,
        Measure lnRsaPower) {

    private static final double HF_STARTS_PER_MIN = 60 * 0.15;

    /**
     * Returns whether breathing is so slow that HF power misses it and falls although the heart follows the breath as
     * much as before: a report says so beside HF.
     */
    public boolean hfMissesBreathing() {
        return breathingRatePerMin.orNaN() < HF_STARTS_PER_MIN;
    }
}
