package org.soothe.report;

import org.soothe.artifact.Quality;
import org.soothe.hrv.BreathingMeasures;
import org.soothe.hrv.HrvSummary;
import org.soothe.hrv.Measure;
import org.soothe.hrv.SpectrumMeasures;
import org.soothe.hrv.TimeMeasures;
import org.soothe.hrv.WithheldReason;

/** The measures of a summary in one fixed order, with the names that other programs rely on. Stateless. */
final class Figures {
    private static final String[] NAMES = {
        "meanRrMs",
        "meanHeartRateBpm",
        "sdnnMs",
        "rmssdMs",
        "lnRmssd",
        "nn50Count",
        "pnn50Percent",
        "sd1Ms",
        "sd2Ms",
        "vlfMs2",
        "lfMs2",
        "hfMs2",
        "lnHf",
        "hfnuPercent",
        "lfPeakHz",
        "hfPeakHz",
        "breathingRatePerMin",
        "breathingKnownRatio",
        "rsaLowHz",
        "rsaHighHz",
        "rsaPowerMs2",
        "lnRsaPower"
    };

    private Figures() {}

    static int count() {
        return NAMES.length;
    }

    static String name(int i) {
        return NAMES[i];
    }

    /** Returns the corrected share; there is none where no beat was accepted. */
    static Measure correctedPercent(Quality quality) {
        return known(quality.correctedPercent());
    }

    /** Returns a figure of the quality, which beats alone can make known. */
    static Measure known(double value) {
        return Double.isNaN(value) ? Measure.withheld(WithheldReason.TOO_FEW_BEATS) : Measure.of(value);
    }

    /** Returns the measures in the order of the names. */
    static Measure[] of(HrvSummary summary) {
        TimeMeasures time = summary.time();
        SpectrumMeasures spectrum = summary.spectrum();
        BreathingMeasures breathing = summary.breathing();
        return new Measure[] {
            time.meanRrMs(),
            time.meanHeartRateBpm(),
            time.sdnnMs(),
            time.rmssdMs(),
            time.lnRmssd(),
            time.nn50Count(),
            time.pnn50Percent(),
            time.sd1Ms(),
            time.sd2Ms(),
            spectrum.vlfMs2(),
            spectrum.lfMs2(),
            spectrum.hfMs2(),
            spectrum.lnHf(),
            spectrum.hfnuPercent(),
            spectrum.lfPeakHz(),
            spectrum.hfPeakHz(),
            breathing.breathingRatePerMin(),
            breathing.knownRatio(),
            breathing.rsaLowHz(),
            breathing.rsaHighHz(),
            breathing.rsaPowerMs2(),
            breathing.lnRsaPower()
        };
    }
}
