package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorDescription.Capability;

/** Writes what searches for sensors find as JSON, one object per line, each sent at once. Not thread-safe. */
public final class FoundSensorJson implements AutoCloseable {
    private final JsonGenerator json;

    /** Makes a writer to a stream, which stays open. */
    public FoundSensorJson(OutputStream out) throws IOException {
        this.json = JsonLines.generator(out);
    }

    /** Writes a sensor that is there; what is not known of it is null. */
    public void found(FoundSensor sensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("sensor", sensor.description().address());
        json.writeStringField("kind", sensor.description().kind());
        json.writeStringField("name", sensor.description().name());
        number("signalDbm", sensor.signalDbm());
        number("batteryPercent", sensor.batteryPercent());
        json.writeArrayFieldStart("capabilities");
        for (Capability capability : new TreeSet<>(sensor.description().capabilities())) {
            json.writeString(capability.name());
        }
        json.writeEndArray();
        json.writeStringField("note", sensor.note());
        end();
    }

    /** Writes that a sensor is gone. */
    public void gone(String address) throws IOException {
        json.writeStartObject();
        json.writeStringField("gone", address);
        end();
    }

    /** Writes what keeps a search from finding anything. */
    public void problem(String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("problem", text);
        end();
    }

    private void number(String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void end() throws IOException {
        JsonLines.end(json);
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
