package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.event.SelfReport;
import org.soothe.hrv.Measure;

/**
 * One table of a session for a study: every row begins with the subject, so that the tables of many sessions can be put under
 * each other. Immutable; the rows are not to be changed.
 *
 * @param name its name
 * @param columns the names of its columns, with their units
 * @param rows texts and numbers as {@code String} and {@code Double}, null where there is none
 */
public record StudyTable(String name, List<String> columns, List<@Nullable Object[]> rows) {

    private static final Set<String> TEXTS = Set.of(
            "subject",
            "phase",
            "breathing",
            "variability",
            "source",
            "class",
            "contact",
            "item",
            "quality",
            "rhythm",
            "pacer",
            "adherence",
            "reference",
            "change_verdict",
            "response",
            "response_reason",
            "shown_response");

    /** Keeps copies of the lists. */
    public StudyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Returns whether a column holds texts; the others hold numbers. */
    public boolean isText(int column) {
        return TEXTS.contains(columns.get(column));
    }

    /** Returns the tables of a session: intervals, features, phases, ratings. */
    static List<StudyTable> of(SessionFigures figures) {
        String subject = figures.session().subject();
        List<@Nullable Object[]> features = new ArrayList<>();
        for (SessionFigures.Tick tick : figures.ticks()) {
            features.add(FeatureColumns.row(tick));
        }
        return List.of(
                intervals(figures),
                table("features", subject, FeatureColumns.NAMES, features),
                table("phases", subject, PhaseColumns.names(), PhaseColumns.rows(figures)),
                ratings(figures));
    }

    private static StudyTable intervals(SessionFigures figures) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (RawRow row : figures.raw()) {
            int beat = row.beatCount();
            rows.add(new @Nullable Object[] {
                row.isPlaced() ? figures.beats().timeNs(beat) / 1e9 : null,
                row.rrMs(),
                row.isPlaced() ? figures.clean().beatClass(beat) : "UNPLACED",
                row.isPlaced() ? figures.clean().correctedMs(beat) : null,
                row.source(),
                row.arrivalNs() / 1e9,
                row.contact()
            });
        }
        List<String> names = List.of("t_s", "rr_ms", "class", "rr_corrected_ms", "source", "arrival_s", "contact");
        return table("intervals", figures.session().subject(), names, rows);
    }

    private static StudyTable ratings(SessionFigures figures) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Event event : figures.session().events()) {
            if (event instanceof SelfReport report) {
                PhaseSpan phase = figures.phaseAt(report.timeNs());
                rows.add(new @Nullable Object[] {
                    report.timeNs() / 1e9,
                    phase == null ? null : phase.label(),
                    report.item(),
                    (double) report.ratingCount()
                });
            }
        }
        return table("ratings", figures.session().subject(), List.of("t_s", "phase", "item", "rating_0_to_10"), rows);
    }

    private static StudyTable table(String name, String subject, List<String> columns, List<@Nullable Object[]> rows) {
        List<String> names = new ArrayList<>(List.of("subject"));
        names.addAll(columns);
        List<@Nullable Object[]> plain = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] out = Arrays.copyOf(new @Nullable Object[] {subject}, row.length + 1);
            for (int i = 0; i < row.length; i++) {
                out[i + 1] = plain(row[i]);
            }
            plain.add(out);
        }
        return new StudyTable(name, names, plain);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        double number = value instanceof Measure measure
                ? measure.orNaN()
                : value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (value instanceof Measure || value instanceof Number) {
            return Double.isFinite(number) ? (Object) number : null;
        }
        return value.toString();
    }
}
