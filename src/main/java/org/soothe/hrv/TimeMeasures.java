package org.soothe.hrv;

/**
 * Measures of the time domain of one window, as {@link TimeDomain} defines them. Immutable.
 *
 * @param meanRrMs mean interval
 * @param meanHeartRateBpm 60000 / mean interval
 * @param sdnnMs standard deviation of the intervals
 * @param rmssdMs root mean square of successive differences
 * @param lnRmssd natural logarithm of RMSSD in ms
 * @param nn50Count differences strictly larger than 50 ms
 * @param pnn50Percent share of differences strictly larger than 50 ms
 * @param sd1Ms spread across the line of identity of the Poincaré plot
 * @param sd2Ms spread along the line of identity of the Poincaré plot
 */
public record TimeMeasures(
        Measure meanRrMs,
        Measure meanHeartRateBpm,
        Measure sdnnMs,
        Measure rmssdMs,
        Measure lnRmssd,
        Measure nn50Count,
        Measure pnn50Percent,
        Measure sd1Ms,
        Measure sd2Ms) {}
