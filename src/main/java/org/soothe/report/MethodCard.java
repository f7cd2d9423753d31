package org.soothe.report;

import java.util.ArrayList;
import java.util.List;
import org.soothe.hrv.SpectrumSettings;

/**
 * How each number was made: every parameter and the version, as a methods section needs it. Immutable.
 *
 * @param sections the stages in the order of the data
 */
public record MethodCard(List<Section> sections) {

    /** Keeps a copy of the list. */
    public MethodCard {
        sections = List.copyOf(sections);
    }

    /**
     * One stage. Immutable.
     *
     * @param name its name
     * @param entries what is set in it
     */
    public record Section(String name, List<Entry> entries) {

        /** Keeps a copy of the list. */
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One parameter. Immutable.
     *
     * @param name its name
     * @param text its value with unit, or the rule in words
     */
    public record Entry(String name, String text) {}

    /**
     * Returns the card of the final analysis.
     *
     * @param version version of this program
     * @param windowText length of the windows in words
     */
    public static MethodCard ofAnalysis(String version, String windowText) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(
                "program", "name", "soothe", "version", version, "analysis", "final, centred", "window", windowText));
        sections.add(section(
                "beats",
                "times",
                "running sums of the intervals; a gap where arrival lags by more than 1.25 longest RR for 5 packets, or"
                        + " after a missing packet by more than 0.75 median RR",
                "gaps",
                "no difference is taken across one"));
        sections.add(section(
                "artifacts",
                "range",
                "300 to 2000 ms, others left out; the first 20 beats of a segment within 20 % of the median of 5, or in a"
                        + " swing of 18 %",
                "judgement",
                "each interval against the course of two neighbours on each side, two passes; threshold 7 median"
                        + " departures of 91 beats, at least 20 ms and 5 %; largest step 20 %, up to 40 % in a swing"
                        + " (after Lipponen and Tarvainen 2019, J. Med. Eng. Technol. 43:173-181)",
                "correction",
                "missed, extra, ectopic, and single long or short intervals, up to 3 in a run, by the course; longer runs"
                        + " left out; raw values kept"));
        sections.add(section(
                "rhythm",
                "blocks",
                "64 beats, at least 48",
                "IRREGULAR",
                "median departure above 5.7 % of the median interval (fewer than 64 beats: up to 7.4 %), and"
                        + " autocorrelation at lags 2 to 10 below 0.5",
                "FREQUENT_ECTOPICS",
                "sharp reversals of 20 % in more than 10 % of the intervals"));
        sections.add(section(
                "quality",
                "GOOD",
                "corrected <= 5 %, coverage >= 95 %, longest gap <= 2 s",
                "USABLE",
                "corrected <= 10 %, coverage >= 80 %, longest gap <= 4 s",
                "BAD",
                "anything less"));
        sections.add(section(
                "timeDomain",
                "raw",
                "all intervals above 0 side by side; SDNN divides by N - 1, RMSSD by the number of differences",
                "corrected",
                "accepted intervals; differences of neighbours without a gap between",
                "pnn50",
                "share of differences strictly above 50 ms"));
        sections.add(spectrum(SpectrumSettings.LAB));
        sections.add(section(
                "breathing",
                "rate",
                "spectral peak of 64-s stretches in 0.12 to 0.5 Hz with >= 30 % of the power; median of the stretches",
                "rsaBand",
                "breathing rate +/- 35 % or two bins of the segment, within 0.04 to 0.5 Hz"));
        return new MethodCard(sections);
    }

    private static Section spectrum(SpectrumSettings settings) {
        String rate = UnitText.plain(settings.gridRateHz());
        return section(
                "spectrum",
                "stretch",
                "gaps up to 2 s bridged; the longest stretch of a window is used",
                "resampling",
                "cubic spline, " + settings.splineEnd() + ", " + rate + " Hz, " + settings.gridStart(),
                "detrending",
                settings.detrending().toString(),
                "welch",
                "periodic Hann, " + settings.segmentSampleCount() + " samples, overlap "
                        + settings.overlapSampleCount() + ", one segment below " + settings.wholeBelowSampleCount()
                        + " samples, padding " + settings.padding(),
                "power",
                "one-sided density, " + settings.integration(),
                "bands",
                "VLF 0.0033-0.04, LF 0.04-0.15, HF 0.15-0.40 Hz; lower edge in, upper edge out");
    }

    private static Section section(String name, String... namesAndTexts) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.add(new Entry(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return new Section(name, entries);
    }
}
