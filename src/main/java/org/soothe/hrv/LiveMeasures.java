package org.soothe.hrv;

/**
 * The live measures of one tick. Immutable.
 *
 * @param shownHeartRateBpm heart rate over 30 s, to be shown
 * @param heartRateBpm heart rate over 60 s, to be judged by
 * @param rmssdMs RMSSD over 60 s
 * @param lnRmssd natural logarithm of RMSSD in ms
 * @param lfMs2 LF power over 120 s
 * @param hfMs2 HF power over 120 s, or over 60 s where there are no 120
 * @param lnHf natural logarithm of the HF power in ms²
 * @param breathingRatePerMin breathing rate read from the intervals
 * @param breathingShareRatio how sure the breathing rate is: the share of power around its peak
 * @param smoothnessRatio rhythm smoothness: the share of power in one slow wave
 * @param coherenceRatio the power in one slow wave by all other
 * @param rsaLowHz lower edge of the RSA band
 * @param rsaHighHz upper edge of the RSA band
 * @param rsaPowerMs2 power in the RSA band
 * @param lnRsaPower natural logarithm of the power in the RSA band in ms²
 */
public record LiveMeasures(
        Measure shownHeartRateBpm,
        Measure heartRateBpm,
        Measure rmssdMs,
        Measure lnRmssd,
        Measure lfMs2,
        Measure hfMs2,
        Measure lnHf,
        Measure breathingRatePerMin,
        Measure breathingShareRatio,
        Measure smoothnessRatio,
        Measure coherenceRatio,
        Measure rsaLowHz,
        Measure rsaHighHz,
        Measure rsaPowerMs2,
        Measure lnRsaPower) {}
