package org.soothe.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;

/** Writes the report of phases as CSV, a row per phase; a withheld value is an empty cell. Not thread-safe. */
public final class PhaseCsv {
    private final Writer out;
    private boolean named;

    /** Makes a table that goes to a writer. */
    public PhaseCsv(Writer out) {
        this.out = out;
    }

    /** Writes the rows of one session, before the first the column names. */
    public void session(ReportedSession session) throws IOException {
        for (PhaseReport phase : session.phases()) {
            Map<String, @Nullable Object> values = PhaseFigures.of(phase);
            if (!named) {
                named = true;
                out.write("path," + String.join(",", values.keySet()) + ",source,variability\n");
            }
            List<String> cells = new ArrayList<>();
            cells.add(quoted(session.recording().path().toString()));
            values.values().forEach(value -> cells.add(cell(value)));
            cells.add(session.recording().source().name());
            cells.add(session.recording().source().variability());
            out.write(String.join(",", cells) + '\n');
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? NumberOutput.toString(number, true) : value.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
