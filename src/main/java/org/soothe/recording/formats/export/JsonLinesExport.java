package org.soothe.recording.formats.export;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.hrv.Measure;

/**
 * JSON lines: a line of the session with its method, a line per event as it arrived, then features and phases, and a last
 * line that counts the events, so that a file that was cut off is noticed. Stateless.
 */
final class JsonLinesExport {
    /** Version of the layout. */
    static final int VERSION = 1;

    private JsonLinesExport() {}

    static void write(SessionFigures figures, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(OwnerOnly.newFile(target), 1 << 16);
                JsonGenerator json = new JsonFactoryBuilder()
                        .rootValueSeparator("\n")
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .build()
                        .createGenerator(out)) {
            session(figures, json);
            for (Event event : figures.session().events()) {
                EventJson.write(event, json);
            }
            for (SessionFigures.Tick tick : figures.ticks()) {
                row("features", FeatureColumns.NAMES, FeatureColumns.row(tick), json);
            }
            for (@Nullable Object[] row : PhaseColumns.rows(figures)) {
                row("phase", PhaseColumns.names(), row, json);
            }
            json.writeStartObject();
            json.writeStringField("line", "end");
            json.writeNumberField("events", figures.session().events().size());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void session(SessionFigures figures, JsonGenerator json) throws IOException {
        ExportSession session = figures.session();
        json.writeStartObject();
        json.writeStringField("line", "session");
        json.writeStringField("format", "soothe-json-lines");
        json.writeNumberField("version", VERSION);
        json.writeStringField("subject", session.subject());
        if (session.startedAt() != null) {
            json.writeStringField("startedAt", session.startedAt().toString());
        }
        json.writeStringField("source", session.source().name());
        json.writeStringField("variability", figures.source().variability());
        json.writeArrayFieldStart("method");
        for (MethodLine line : MethodText.all(figures)) {
            json.writeStartObject();
            json.writeStringField("section", line.section());
            json.writeStringField("name", line.name());
            json.writeStringField("text", line.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void row(String line, List<String> names, @Nullable Object[] row, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("line", line);
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            double number = value instanceof Measure measure
                    ? measure.orNaN()
                    : value instanceof Number n ? n.doubleValue() : Double.NaN;
            if (Double.isFinite(number)) {
                json.writeNumberField(names.get(i), number);
            } else if (value == null || value instanceof Measure || value instanceof Number) {
                json.writeNullField(names.get(i));
            } else {
                json.writeStringField(names.get(i), value.toString());
            }
        }
        json.writeEndObject();
    }
}
