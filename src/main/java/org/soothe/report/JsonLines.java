package org.soothe.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.soothe.hrv.Measure;

/** Makes JSON writers whose bytes do not depend on the Java that runs them. Stateless. */
final class JsonLines {
    private JsonLines() {}

    /**
     * Returns a writer that puts nothing between its outermost values, which {@link #end} ends with their line, and leaves the
     * stream open when it is closed.
     *
     * <p>Numbers are written by Jackson and not by {@code Double.toString}, which writes other digits from JDK 19 on.
     */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return new JsonFactoryBuilder()
                .rootValueSeparator("")
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
    }

    /** Ends an object, and its line if it is not within another: who follows the stream has all of it at once. */
    static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        if (json.getOutputContext().inRoot()) {
            json.writeRaw('\n');
        }
    }

    /** Writes the value of a measure, null where there is none. */
    static void measure(JsonGenerator json, String name, Measure measure) throws IOException {
        if (measure instanceof Measure.Available available) {
            json.writeNumberField(name, available.value());
        } else {
            json.writeNullField(name);
        }
    }

    /** Writes the reason of a measure that has no value, nothing otherwise. */
    static void reason(JsonGenerator json, String name, Measure measure) throws IOException {
        if (measure instanceof Measure.Withheld withheld) {
            json.writeStringField(name, withheld.reason().name());
        }
    }
}
