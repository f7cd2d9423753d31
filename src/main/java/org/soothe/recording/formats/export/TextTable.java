package org.soothe.recording.formats.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.hrv.Measure;

/**
 * Writes a table as text: comma separated with quotes where they are needed, or tab separated in the manner of BIDS. A value
 * that is not there is an empty cell, {@code n/a} in BIDS. Not thread-safe.
 */
final class TextTable {
    private final Writer out;
    private final char separator;
    private final String missing;

    private TextTable(Writer out, char separator, String missing) {
        this.out = out;
        this.separator = separator;
        this.missing = missing;
    }

    static TextTable csv(Writer out) {
        return new TextTable(out, ',', "");
    }

    static TextTable tsv(Writer out) {
        return new TextTable(out, '\t', "n/a");
    }

    /** Writes the names of the columns. */
    TextTable header(List<String> names) throws IOException {
        row(names.toArray());
        return this;
    }

    /** Writes one row of texts, numbers, measures and nulls. */
    void row(@Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(separator);
            }
            out.write(cell(cells[i]));
        }
        out.write('\n');
    }

    private String cell(@Nullable Object value) {
        if (value instanceof Measure measure) {
            return number(measure.orNaN());
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value == null) {
            return missing;
        }
        String text = value.toString();
        if (text.isEmpty()) {
            return missing;
        }
        return separator == ','
                ? quoted(text)
                : text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }

    private String number(double value) {
        return Double.isFinite(value) ? Decimal.of(value) : missing;
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf(',') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && !text.startsWith("#");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
