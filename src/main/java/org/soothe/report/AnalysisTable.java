package org.soothe.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.soothe.artifact.Quality;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.engine.ArtifactCounts;
import org.soothe.engine.FinalResult;
import org.soothe.engine.WindowResult;
import org.soothe.hrv.HrvSummary;
import org.soothe.hrv.Measure;
import org.soothe.recording.RrRecording;

/** Writes final results as text for people, at most 100 columns wide. Not thread-safe. */
public final class AnalysisTable {
    private static final int LABEL = 18;
    private static final int NUMBER = 12;

    private final Appendable out;
    private final List<String> dashes = new ArrayList<>();

    /** Makes a table that goes to a text. */
    public AnalysisTable(Appendable out) {
        this.out = out;
    }

    /** Writes one file. */
    public void file(AnalysedFile file) throws IOException {
        RrRecording recording = file.recording();
        FinalResult result = file.result();
        WindowResult whole = result.whole();
        line(recording.path().toString());
        line("  " + recording.size() + " intervals, " + UnitText.clock(whole.toNs() - whole.fromNs()) + " min, "
                + recording.source().words());
        wrapped(
                "  ",
                recording.format() + "; " + recording.unit() + "; "
                        + recording.timeColumn().words());
        for (String note : file.notes()) {
            line("  " + note);
        }
        line("");
        line("  " + UnitText.left("Signal", LABEL) + words(whole.quality()));
        line("  " + UnitText.left("Rhythm", LABEL) + words(whole.rhythm()));
        wrapped("  " + UnitText.left("Artifacts", LABEL), words(whole));
        line("");
        figures(result.raw(), whole.corrected());
        if (!result.windows().isEmpty()) {
            line("");
            windows(result.windows());
        }
        line("");
    }

    /** Writes the method card after the last file. */
    public void method(MethodCard card) throws IOException {
        line("How these numbers were made");
        for (MethodCard.Section section : card.sections()) {
            StringBuilder text = new StringBuilder();
            for (MethodCard.Entry entry : section.entries()) {
                text.append(text.length() == 0 ? "" : "; ")
                        .append(entry.name())
                        .append(": ")
                        .append(entry.text());
            }
            wrapped("  " + UnitText.left(section.name(), 12), text.append('.').toString());
        }
    }

    private void figures(HrvSummary raw, HrvSummary corrected) throws IOException {
        line("  " + UnitText.left("", LABEL) + UnitText.right("as read", NUMBER) + UnitText.right("corrected", NUMBER));
        figure("Heart rate", raw.time().meanHeartRateBpm(), corrected.time().meanHeartRateBpm(), 1, "beats a minute");
        figure("Mean RR", raw.time().meanRrMs(), corrected.time().meanRrMs(), 1, "ms");
        figure("RMSSD", raw.time().rmssdMs(), corrected.time().rmssdMs(), 1, "ms");
        figure("SDNN", raw.time().sdnnMs(), corrected.time().sdnnMs(), 1, "ms");
        figure("pNN50", raw.time().pnn50Percent(), corrected.time().pnn50Percent(), 1, "%");
        figure("LF power", raw.spectrum().lfMs2(), corrected.spectrum().lfMs2(), 0, "ms2");
        figure("HF power", raw.spectrum().hfMs2(), corrected.spectrum().hfMs2(), 0, "ms2");
        figure(
                "Breathing",
                raw.breathing().breathingRatePerMin(),
                corrected.breathing().breathingRatePerMin(),
                1,
                "breaths a minute, read from the heart");
        figure(
                "RSA power",
                raw.breathing().rsaPowerMs2(),
                corrected.breathing().rsaPowerMs2(),
                0,
                "ms2 around the breathing rate");
        for (String sentence : dashes) {
            line("  A dash: " + sentence);
        }
        dashes.clear();
        if (corrected.breathing().hfMissesBreathing()) {
            line("  Breathing is slower than 9 a minute: HF does not hold it, RSA power does.");
        }
    }

    private void figure(String name, Measure raw, Measure corrected, int decimals, String unit) throws IOException {
        String text =
                "  " + UnitText.left(name, LABEL) + cell(raw, decimals, NUMBER) + cell(corrected, decimals, NUMBER);
        line(text + "  " + unit);
        if (corrected instanceof Measure.Withheld withheld
                && !dashes.contains(withheld.reason().sentence())) {
            dashes.add(withheld.reason().sentence());
        }
    }

    private void windows(List<WindowResult> windows) throws IOException {
        line("  " + UnitText.left("Windows", 18) + UnitText.left("signal", 12) + UnitText.right("heart rate", 11)
                + UnitText.right("RMSSD", 9) + UnitText.right("SDNN", 9) + UnitText.right("LF", 9)
                + UnitText.right("HF", 9) + UnitText.right("breathing", 11));
        boolean withheld = false;
        for (WindowResult window : windows) {
            HrvSummary summary = window.corrected();
            String span = UnitText.clock(window.fromNs()) + " to " + UnitText.clock(window.toNs());
            String grade = window.rhythm() == Rhythm.IRREGULAR || window.rhythm() == Rhythm.FREQUENT_ECTOPICS
                    ? "unsuited"
                    : words(window.quality().grade());
            withheld |= !summary.time().rmssdMs().isAvailable();
            line("  " + UnitText.left(span, 18) + UnitText.left(grade, 12)
                    + cell(summary.time().meanHeartRateBpm(), 1, 11)
                    + cell(summary.time().rmssdMs(), 1, 9)
                    + cell(summary.time().sdnnMs(), 1, 9)
                    + cell(summary.spectrum().lfMs2(), 0, 9)
                    + cell(summary.spectrum().hfMs2(), 0, 9)
                    + cell(summary.breathing().breathingRatePerMin(), 1, 11));
        }
        if (withheld) {
            line("  A dash: no value, for a reason that --format json names.");
        }
    }

    private static String cell(Measure measure, int decimals, int width) {
        return UnitText.right(measure.isAvailable() ? UnitText.fixed(measure.orNaN(), decimals) : "-", width);
    }

    private static String words(Quality quality) {
        return words(quality.grade()) + ": " + UnitText.fixed(quality.coveragePercent(), 1) + " % of the time covered, "
                + corrected(quality) + ", longest gap "
                + UnitText.fixed(quality.longestGapMs() / 1000, 1) + " s";
    }

    private static String corrected(Quality quality) {
        return Double.isNaN(quality.correctedPercent())
                ? "no beat accepted"
                : UnitText.fixed(quality.correctedPercent(), 1) + " % corrected";
    }

    /** Returns a grade in a word for a person. */
    public static String words(QualityGrade grade) {
        return switch (grade) {
            case GOOD -> "good";
            case USABLE -> "usable";
            case BAD -> "too uneven";
        };
    }

    /** Returns a rhythm in words for a person. */
    public static String words(Rhythm rhythm) {
        return switch (rhythm) {
            case UNKNOWN -> "too few beats to tell";
            case REGULAR -> "suits the method";
            case IRREGULAR -> "irregular as a whole; the method does not suit it";
            case FREQUENT_ECTOPICS -> "many extra beats; the method does not suit them";
        };
    }

    private static String words(WindowResult window) {
        ArtifactCounts counts = window.artifacts();
        StringBuilder text = new StringBuilder();
        count(text, counts.missedCount(), "missed");
        count(text, counts.extraCount(), "extra");
        count(text, counts.ectopicCount(), "ectopic");
        count(text, counts.longShortCount(), "too long or short");
        count(text, counts.rangeCount(), "out of range");
        return text.length() == 0
                ? "none"
                : text + "; " + window.corrected().correctedCount() + " intervals corrected, " + counts.leftOutCount()
                        + " left out";
    }

    private static void count(StringBuilder text, int count, String name) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(name);
        }
    }

    private void wrapped(String label, String text) throws IOException {
        String before = label;
        int at = 0;
        int room = 98 - label.length();
        while (at < text.length()) {
            int end = text.length() - at <= room ? text.length() : text.lastIndexOf(' ', at + room);
            end = end <= at ? Math.min(text.length(), at + room) : end;
            line(before + text.substring(at, end));
            before = UnitText.left("", label.length());
            at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
