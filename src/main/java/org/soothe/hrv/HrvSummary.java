package org.soothe.hrv;

/**
 * Everything that one window of intervals says, final. Immutable.
 *
 * @param beatCount intervals in the window
 * @param correctedCount how many of them were corrected
 * @param pairCount valid pairs of neighbouring intervals
 * @param coverageRatio sum of the intervals / length of the window, at most 1
 * @param time measures of the time domain
 * @param spectrum powers of the bands
 * @param breathing breathing rate and the band around it
 */
public record HrvSummary(
        int beatCount,
        int correctedCount,
        int pairCount,
        double coverageRatio,
        TimeMeasures time,
        SpectrumMeasures spectrum,
        BreathingMeasures breathing) {}
