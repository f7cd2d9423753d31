package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.soothe.artifact.Quality;
import org.soothe.engine.ArtifactCounts;
import org.soothe.engine.WindowResult;
import org.soothe.hrv.HrvSummary;
import org.soothe.hrv.Measure;
import org.soothe.recording.RrRecording;

/**
 * Writes final results as one JSON object: {@code files} and the {@code method}. Not thread-safe.
 *
 * <p>A measure that is withheld is null, and {@code reasons} beside it says why.
 */
public final class AnalysisJson implements AutoCloseable {
    private static final double NS_PER_MS = 1e6;

    private final JsonGenerator json;
    private final MethodCard method;

    /** Begins the object. */
    public AnalysisJson(OutputStream out, MethodCard method) throws IOException {
        this.json = JsonLines.generator(out);
        this.method = method;
        json.writeStartObject();
        json.writeArrayFieldStart("files");
    }

    /** Writes one file. */
    public void file(AnalysedFile file) throws IOException {
        RrRecording recording = file.recording();
        WindowResult whole = file.result().whole();
        json.writeStartObject();
        json.writeStringField("path", recording.path().toString());
        json.writeStringField("format", recording.format());
        json.writeStringField("unit", recording.unit());
        json.writeStringField("timeColumn", recording.timeColumn().name());
        json.writeStringField("source", recording.source().name());
        json.writeStringField("variability", recording.source().variability());
        strings("notes", file.notes());
        json.writeObjectFieldStart("raw");
        json.writeNumberField("beats", file.result().raw().beatCount());
        json.writeNumberField("pairs", file.result().raw().pairCount());
        figures(file.result().raw());
        json.writeEndObject();
        window(whole);
        json.writeArrayFieldStart("windows");
        for (WindowResult window : file.result().windows()) {
            json.writeStartObject();
            window(window);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Ends the object with the method and a line end, and sends it on its way. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("method");
        for (MethodCard.Section section : method.sections()) {
            json.writeObjectFieldStart(section.name());
            for (MethodCard.Entry entry : section.entries()) {
                json.writeStringField(entry.name(), entry.text());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        JsonLines.end(json);
        json.close();
    }

    private void window(WindowResult window) throws IOException {
        HrvSummary corrected = window.corrected();
        json.writeNumberField("fromMs", window.fromNs() / NS_PER_MS);
        json.writeNumberField("toMs", window.toNs() / NS_PER_MS);
        json.writeObjectFieldStart("corrected");
        json.writeNumberField("beats", corrected.beatCount());
        json.writeNumberField("pairs", corrected.pairCount());
        json.writeNumberField("correctedBeats", corrected.correctedCount());
        figures(corrected);
        json.writeBooleanField("hfMissesBreathing", corrected.breathing().hfMissesBreathing());
        json.writeEndObject();
        artifacts(window.artifacts());
        quality(window.quality());
        json.writeStringField("rhythm", window.rhythm().name());
    }

    private void figures(HrvSummary summary) throws IOException {
        Measure[] measures = Figures.of(summary);
        for (int i = 0; i < measures.length; i++) {
            JsonLines.measure(json, Figures.name(i), measures[i]);
        }
        json.writeObjectFieldStart("reasons");
        for (int i = 0; i < measures.length; i++) {
            JsonLines.reason(json, Figures.name(i), measures[i]);
        }
        json.writeEndObject();
    }

    private void artifacts(ArtifactCounts counts) throws IOException {
        json.writeObjectFieldStart("artifacts");
        json.writeNumberField("missed", counts.missedCount());
        json.writeNumberField("extra", counts.extraCount());
        json.writeNumberField("ectopic", counts.ectopicCount());
        json.writeNumberField("longShort", counts.longShortCount());
        json.writeNumberField("range", counts.rangeCount());
        json.writeNumberField("leftOut", counts.leftOutCount());
        json.writeEndObject();
    }

    private void quality(Quality quality) throws IOException {
        json.writeObjectFieldStart("quality");
        json.writeStringField("grade", quality.grade().name());
        Measure corrected = Figures.correctedPercent(quality);
        JsonLines.measure(json, "correctedPercent", corrected);
        json.writeNumberField("coveragePercent", quality.coveragePercent());
        json.writeNumberField("longestGapMs", quality.longestGapMs());
        json.writeObjectFieldStart("reasons");
        JsonLines.reason(json, "correctedPercent", corrected);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
