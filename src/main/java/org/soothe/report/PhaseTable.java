package org.soothe.report;

import java.io.IOException;
import java.util.Locale;
import org.soothe.artifact.QualityGrade;
import org.soothe.engine.PhaseReport;
import org.soothe.event.BreathingMode;
import org.soothe.event.SelfReportItem;
import org.soothe.hrv.Measure;
import org.soothe.response.OrderEvidence;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseMeasures;
import org.soothe.response.ReliableChange.Verdict;
import org.soothe.response.ResponseState;

/** Writes the report of phases as text for therapists: a body signal, not a diagnosis. Not thread-safe. */
public final class PhaseTable {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int LABEL = 22;

    private final Appendable out;

    /** Makes a table that goes to a text. */
    public PhaseTable(Appendable out) {
        this.out = out;
    }

    /** Writes one session. */
    public void session(ReportedSession session) throws IOException {
        line(session.recording().path().toString());
        line("  " + session.recording().source().words());
        line("");
        for (PhaseReport phase : session.phases()) {
            phase(phase);
        }
    }

    private void phase(PhaseReport report) throws IOException {
        PhaseMeasures measures = report.measures();
        line("  " + UnitText.clock(measures.fromNs()) + " to " + UnitText.clock(measures.toNs()) + "  "
                + words(measures.phase().name()) + ", "
                + (measures.breathing() == BreathingMode.PACED ? "paced" : "free breathing")
                + (measures.grade() == QualityGrade.GOOD
                        ? ""
                        : "; signal " + words(measures.grade().name())));
        labelled("Heart rate", number(measures.heartRateBpm(), 1, " beats a minute"));
        labelled("RMSSD", number(exp(measures.lnRmssd()), 1, " ms"));
        if (measures.lnRsa().isAvailable()) {
            labelled("RSA on the pacer", number(exp(measures.lnRsa()), 1, " ms"));
        }
        if (report.change() != null) {
            labelled("Against rest before", words(report.change()));
        }
        if (report.bracketed() != null) {
            labelled("Before and after", words(report.bracketed()));
        }
        String shown = shown(report);
        if (!shown.isEmpty()) {
            labelled("Shown live", shown);
        }
        String rated = rated(report);
        if (!rated.isEmpty()) {
            labelled("Rated, 0 to 10", rated);
        }
        if (report.reading() != null) {
            labelled("Body and words", report.reading().sentence());
        }
        line("");
    }

    private static String words(PhaseChange change) {
        if (change.verdict() == Verdict.NOT_COMPARABLE) {
            return "not comparable: too short, or a measure is missing";
        }
        StringBuilder words = new StringBuilder("RMSSD ")
                .append(signed(change.rmssdPercent(), " %"))
                .append(", ")
                .append(words(change.verdict()))
                .append("; heart rate ")
                .append(signed(change.heartRateBpm(), " a minute"));
        if (change.rsaPercent().isAvailable()) {
            words.append("; RSA ").append(signed(change.rsaPercent(), " %"));
        }
        return words.toString();
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case ROSE -> "rose reliably";
            case FELL -> "fell reliably";
            case NO_RELIABLE_CHANGE -> "no reliable change";
            case NOT_COMPARABLE -> "not comparable";
        };
    }

    private static String shown(PhaseReport report) {
        StringBuilder words = new StringBuilder();
        for (ResponseState state : ResponseState.values()) {
            long ns = report.shownNs().getOrDefault(state, 0L);
            if (ns > 0) {
                words.append(words.length() == 0 ? "" : ", ")
                        .append(ResponseWords.inShort(state))
                        .append(' ')
                        .append(ns / NS_PER_S)
                        .append(" s");
            }
        }
        return words.toString();
    }

    private static String rated(PhaseReport report) {
        StringBuilder words = new StringBuilder();
        for (SelfReportItem item : SelfReportItem.values()) {
            Integer rating = report.ratingCount().get(item);
            if (rating != null) {
                words.append(words.length() == 0 ? "" : ", ")
                        .append(words(item.name()))
                        .append(' ')
                        .append(rating);
            }
        }
        return words.toString();
    }

    /** Writes the evidence across sessions whose order was tossed by coin. */
    public void order(OrderEvidence evidence, int sessionCount) throws IOException {
        line("Compassion against control imagery over sessions whose order was tossed by coin");
        labelled("Sessions", evidence.sessionCount() + " of " + sessionCount + " hold both against one rest");
        labelled("Calmer in compassion", "E = " + UnitText.fixed(evidence.towardsSoothingRatio(), 2));
        labelled("Less calm in it", "E = " + UnitText.fixed(evidence.towardsThreatRatio(), 2));
        line("  E of " + UnitText.plain(OrderEvidence.ENOUGH_RATIO)
                + " is evidence at 5 % if only that direction was of interest" + " before, of "
                + UnitText.plain(OrderEvidence.ENOUGH_OF_TWO_RATIO) + " if either was.");
        line("");
    }

    private static Measure exp(Measure ln) {
        return ln.isAvailable() ? Measure.of(StrictMath.exp(ln.orNaN())) : ln;
    }

    private static String number(Measure measure, int decimals, String unit) {
        return measure.isAvailable() ? UnitText.fixed(measure.orNaN(), decimals) + unit : "cannot be said";
    }

    private static String signed(Measure measure, String unit) {
        if (!measure.isAvailable()) {
            return "unknown";
        }
        double value = measure.orNaN();
        return (value < 0 ? "-" : "+") + UnitText.fixed(Math.abs(value), 1) + unit;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void labelled(String label, String text) throws IOException {
        line("    " + UnitText.left(label, LABEL) + text);
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
