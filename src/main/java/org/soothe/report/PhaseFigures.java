package org.soothe.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PhaseChange;
import org.soothe.response.PhaseMeasures;
import org.soothe.response.ResponseState;

/** The report of one phase as named values, the same for CSV and JSON; the names carry the units. Stateless. */
final class PhaseFigures {
    private static final double NS_PER_S = 1e9;

    private PhaseFigures() {}

    /** Returns the values in their order: a number, a text, or null where there is none. */
    static Map<String, @Nullable Object> of(PhaseReport report) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        PhaseMeasures measures = report.measures();
        values.put("phase", measures.phase().name());
        values.put("breathing", measures.breathing().name());
        values.put("fromS", measures.fromNs() / NS_PER_S);
        values.put("toS", measures.toNs() / NS_PER_S);
        values.put("grade", measures.grade().name());
        number(values, "heartRateBpm", measures.heartRateBpm().orNaN());
        number(values, "lnRmssd", measures.lnRmssd().orNaN());
        number(values, "lnRsa", measures.lnRsa().orNaN());
        change(values, "change", report.change());
        change(values, "bracketed", report.bracketed());
        values.put("shown", report.shown().name());
        for (ResponseState state : ResponseState.values()) {
            values.put(camel("shown_" + state.name()) + "S", report.shownNs().getOrDefault(state, 0L) / NS_PER_S);
        }
        for (SelfReportItem item : SelfReportItem.values()) {
            values.put(camel("rated_" + item.name()), report.ratingCount().get(item));
        }
        values.put("reading", report.reading() == null ? null : report.reading().name());
        return values;
    }

    private static void change(Map<String, @Nullable Object> values, String name, @Nullable PhaseChange change) {
        number(
                values,
                name + "HeartRateBpm",
                change == null ? Double.NaN : change.heartRateBpm().orNaN());
        number(
                values,
                name + "LnRmssd",
                change == null ? Double.NaN : change.lnRmssd().orNaN());
        number(
                values,
                name + "LnRsa",
                change == null ? Double.NaN : change.lnRsa().orNaN());
        number(
                values,
                name + "RmssdPercent",
                change == null ? Double.NaN : change.rmssdPercent().orNaN());
        number(
                values,
                name + "RsaPercent",
                change == null ? Double.NaN : change.rsaPercent().orNaN());
        number(values, name + "ZH", change == null ? Double.NaN : change.zH().orNaN());
        number(values, name + "ZV", change == null ? Double.NaN : change.zV().orNaN());
        values.put(name + "Verdict", change == null ? null : change.verdict().name());
    }

    private static void number(Map<String, @Nullable Object> values, String name, double value) {
        values.put(name, Double.isNaN(value) ? null : value);
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(text.length() == 0 ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }
}
