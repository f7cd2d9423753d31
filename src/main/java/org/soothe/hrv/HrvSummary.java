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
        BreathingMeasures breathing) {

    /**
     * Returns the same window with every measure of variability withheld for a reason that lies in the signal as a whole;
     * counts, mean interval and heart rate stay.
     */
    public HrvSummary withholdVariability(WithheldReason reason) {
        Measure none = Measure.withheld(reason);
        return new HrvSummary(
                beatCount,
                correctedCount,
                pairCount,
                coverageRatio,
                new TimeMeasures(time.meanRrMs(), time.meanHeartRateBpm(), none, none, none, none, none, none, none),
                new SpectrumMeasures(spectrum.stretchMs(), none, none, none, none, none, none, none),
                new BreathingMeasures(none, none, none, none, none, none));
    }
}
