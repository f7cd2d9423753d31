package org.soothe.hrv;

import java.util.Map;
import org.soothe.artifact.MethodText;

/** How the measures of {@link HrvAnalysis} are computed. Stateless. */
public final class HrvMethod {
    private static final double NS_PER_S = 1e9;

    private HrvMethod() {}

    /** Returns the method of the time domain. */
    public static Map<String, String> timeDomain() {
        return new MethodText()
                .line(
                        "raw",
                        "all intervals above 0 side by side; SDNN divides by N - 1, RMSSD by the number of differences")
                .line("corrected", "accepted intervals; differences of neighbours without a gap between")
                .line("pnn50", "share of differences strictly above ", TimeDomain.NN50_THRESHOLD_MS, " ms")
                .line(
                        "leastData",
                        "corrected: ",
                        HrvAnalysis.LEAST_PAIRS,
                        " pairs and coverage ",
                        HrvAnalysis.LEAST_COVERAGE,
                        " of the window; mean RR and heart rate 1 interval")
                .lines();
    }

    /** Returns what a power needs. */
    public static Map<String, String> powers() {
        return new MethodText()
                .line(
                        "stretch",
                        "gaps up to ",
                        Tachogram.LONGEST_BRIDGED_GAP_NS / NS_PER_S,
                        " s bridged; the longest stretch of a window is used")
                .line(
                        "leastData",
                        "corrected: coverage ",
                        HrvAnalysis.POWER_COVERAGE,
                        " of the window; raw and corrected: a stretch of ",
                        HrvAnalysis.POWER_COVERAGE,
                        " of ",
                        HrvAnalysis.VLF_S,
                        " s for VLF, ",
                        HrvAnalysis.LF_S,
                        " s for LF, ",
                        HrvAnalysis.HF_S,
                        " s for HF and RSA")
                .lines();
    }

    /** Returns the method of the breathing rate and of the band around it. */
    public static Map<String, String> breathing() {
        return new MethodText()
                .line(
                        "rate",
                        "highest spectral peak of a stretch of ",
                        ShortSpectrum.SAMPLE_COUNT / ShortSpectrum.GRID_RATE_HZ,
                        " s from ",
                        BreathingPeak.LOWEST_ACCEPTED_HZ,
                        " to ",
                        BreathingPeak.SEARCHED.highHz(),
                        " Hz and below half the heart rate, with at least ",
                        BreathingPeak.LEAST_SHARE_RATIO,
                        " of the power of ",
                        BreathingPeak.SEARCHED.lowHz(),
                        " to ",
                        BreathingPeak.SEARCHED.highHz(),
                        " Hz within ",
                        BreathingPeak.HALF_WIDTH_HZ,
                        " Hz; a stretch every ",
                        BreathingEstimate.STEP_COUNT / ShortSpectrum.GRID_RATE_HZ,
                        " s, their median, where at least ",
                        BreathingEstimate.LEAST_KNOWN_RATIO,
                        " of them have such a peak")
                .line(
                        "rsaBand",
                        "breathing rate f +/- max(",
                        RsaBand.RELATIVE_HALF_WIDTH,
                        " f, two bins of the segment), within ",
                        RsaBand.LOWEST_HZ,
                        " to ",
                        RsaBand.HIGHEST_HZ,
                        " Hz; f below half the heart rate")
                .lines();
    }
}
