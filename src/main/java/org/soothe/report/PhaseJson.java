package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;
import org.soothe.response.OrderEvidence;

/** Writes the report of phases as one JSON object; a withheld value is null. Not thread-safe. */
public final class PhaseJson implements AutoCloseable {
    private final JsonGenerator json;
    private @Nullable OrderEvidence order;

    /** Begins the object. */
    public PhaseJson(OutputStream out) throws IOException {
        this.json = JsonLines.generator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("sessions");
    }

    /** Writes one session. */
    public void session(ReportedSession session) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", session.recording().path().toString());
        json.writeStringField("source", session.recording().source().name());
        json.writeStringField("variability", session.recording().source().variability());
        json.writeArrayFieldStart("phases");
        for (PhaseReport phase : session.phases()) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> entry :
                    PhaseFigures.of(phase).entrySet()) {
                value(json, entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void value(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value instanceof Double number) {
            json.writeNumberField(name, number);
        } else if (value instanceof Integer number) {
            json.writeNumberField(name, number);
        } else if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    /** Takes the evidence across sessions, which is written at the end. */
    public void order(OrderEvidence evidence) {
        order = evidence;
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        if (order != null) {
            json.writeObjectFieldStart("order");
            json.writeNumberField("sessions", order.sessionCount());
            json.writeNumberField("calmerInCompassionE", order.towardsSoothingRatio());
            json.writeNumberField("lessCalmInCompassionE", order.towardsThreatRatio());
            json.writeEndObject();
        }
        JsonLines.end(json);
        json.close();
    }
}
