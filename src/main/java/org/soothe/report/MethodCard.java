package org.soothe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.soothe.artifact.ArtifactMethod;
import org.soothe.breathing.PacingMethod;
import org.soothe.hrv.Band;
import org.soothe.hrv.HrvMethod;
import org.soothe.hrv.SpectrumSettings;
import org.soothe.response.ResponseMethod;

/**
 * How each number was made: every parameter and the version, as a methods section needs it. Immutable.
 *
 * @param sections the stages in the order of the data
 */
public record MethodCard(List<Section> sections) {

    /** The section of beats and breathing found in waves. */
    public static final String WAVES = "waves";

    /** Keeps a copy of the list. */
    public MethodCard {
        sections = List.copyOf(sections);
    }

    /** Returns the same without a section, for people whom it does not concern. */
    public MethodCard without(String name) {
        return new MethodCard(sections.stream()
                .filter(section -> !section.name().equals(name))
                .toList());
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
        sections.add(section("artifacts", ArtifactMethod.cleaning()));
        sections.add(section(
                "rhythm",
                "blocks",
                "64 beats, at least 48 of them received, 32 in range, 16 with neighbours on both sides; half overlapping;"
                        + " IRREGULAR where more than 25 % of the blocks are",
                "IRREGULAR",
                "median departure above 5.7 % of the median interval (wider by 0.01875 of that for each beat below 64), and"
                        + " autocorrelation at lags 2 to 10 below 0.5",
                "FREQUENT_ECTOPICS",
                "sharp reversals of 20 % in more than 10 % of the intervals, those above 1.75 medians not counted"));
        sections.add(section("quality", ArtifactMethod.quality()));
        sections.add(section("timeDomain", HrvMethod.timeDomain()));
        sections.add(spectrum(SpectrumSettings.LAB));
        sections.add(section("breathing", HrvMethod.breathing()));
        sections.add(section("pacer", PacingMethod.describe()));
        sections.add(new Section(WAVES, MethodConstants.waves()));
        return new MethodCard(sections);
    }

    /**
     * Returns the card of the live engine, as it runs in a replay: what differs from the final analysis is said first in each
     * section.
     *
     * @param version version of this program
     * @param method how the response is read
     */
    public static MethodCard ofReplay(String version, ResponseMethod method) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(
                "program",
                "name",
                "soothe",
                "version",
                version,
                "analysis",
                "live, trailing; nothing looks ahead but a beat's verdict, which comes with the second beat after it, in a"
                        + " disturbance with the fifth",
                "window",
                "60 s every 5 s of event time; heart rate shown over 30 s"));
        for (Section section : ofAnalysis(version, "").sections()) {
            switch (section.name()) {
                case "program" -> {}
                case "artifacts" ->
                    sections.add(live(
                            section,
                            "one pass; thresholds from the newest 91 beats as received; only the gates look at the first 20"
                                    + " intervals of a segment; pairs with a corrected interval are left out"));
                case "spectrum" -> sections.add(spectrum(SpectrumSettings.LIVE));
                default -> sections.add(section);
            }
        }
        sections.add(response(method));
        return new MethodCard(sections);
    }

    /**
     * Returns the card of an export, or of a report of phases: both the final analysis, which gives classes, corrected
     * intervals and the measures of phases, and the live engine, which gives features every 5 s and states.
     *
     * @param version version of this program
     * @param windowText which stretches the final analysis looks at, in words
     * @param method how the response is read
     */
    public static MethodCard ofExport(String version, String windowText, ResponseMethod method) {
        List<Section> sections = new ArrayList<>(ofAnalysis(version, windowText).sections());
        List<Section> live = ofReplay(version, method).sections();
        for (Section section : live) {
            switch (section.name()) {
                case "program" ->
                    sections.add(new Section(
                            "live",
                            section.entries().subList(2, section.entries().size())));
                case "artifacts" ->
                    sections.add(new Section("liveArtifacts", section.entries().subList(0, 1)));
                case "spectrum" -> sections.add(new Section("liveSpectrum", section.entries()));
                case "response" -> sections.add(section);
                default -> {}
            }
        }
        sections.add(new Section("phases", MethodConstants.phases()));
        return new MethodCard(sections);
    }

    private static Section response(ResponseMethod method) {
        List<Entry> entries = new ArrayList<>(section(
                        "",
                        "detector",
                        method.name(),
                        "rules",
                        "rules and formulas: docs/physiology.md 5, docs/decisions/0050 to 0057, and the classes named below;"
                                + " their numbers as the code has them")
                .entries());
        entries.addAll(MethodConstants.response(method));
        return new Section("response", entries);
    }

    private static Section live(Section section, String difference) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("live", difference));
        entries.addAll(section.entries());
        return new Section(section.name(), entries);
    }

    private static Section spectrum(SpectrumSettings settings) {
        String rate = UnitText.plain(settings.gridRateHz());
        Section written = section(
                "spectrum",
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
                "VLF " + words(Band.VLF) + ", LF " + words(Band.LF) + ", HF " + words(Band.HF)
                        + " Hz; lower edge in, upper edge out");
        List<Entry> entries = new ArrayList<>(section("", HrvMethod.powers()).entries());
        entries.addAll(written.entries());
        return new Section(written.name(), entries);
    }

    private static String words(Band band) {
        return band.lowHz() + "-" + band.highHz();
    }

    private static Section section(String name, Map<String, String> lines) {
        List<Entry> entries = new ArrayList<>();
        lines.forEach((entry, text) -> entries.add(new Entry(entry, text)));
        return new Section(name, entries);
    }

    private static Section section(String name, String... namesAndTexts) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.add(new Entry(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return new Section(name, entries);
    }
}
