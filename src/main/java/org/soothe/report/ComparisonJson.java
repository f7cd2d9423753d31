package org.soothe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.event.BeatSource;
import org.soothe.recording.compare.Agreement;
import org.soothe.recording.file.Difference;
import org.soothe.response.ResponseState;

/**
 * Two readings of one session as JSON lines: one for the settings with both method cards, one for each phase, one for each
 * tick, and a last one that sums up. Not thread-safe.
 */
public final class ComparisonJson implements AutoCloseable {
    private static final String RECORDED = "asRecorded";
    private static final String OTHER = "reanalysed";

    private final JsonGenerator json;
    private final SnapshotJson recordedSnapshots;
    private final SnapshotJson otherSnapshots;

    /**
     * Makes a writer to a stream, which stays open.
     *
     * @param recorded what the beats were found in where the events of the first reading say nothing
     * @param other the same for the second
     */
    public ComparisonJson(OutputStream out, BeatSource recorded, BeatSource other) throws IOException {
        this.json = JsonLines.generator(out);
        this.recordedSnapshots = new SnapshotJson(json, recorded);
        this.otherSnapshots = new SnapshotJson(json, other);
    }

    /** Writes the settings with both cards, and the phases. */
    public void begin(ComparedSession session) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", "settings");
        json.writeStringField("path", session.file());
        json.writeStringField("proof", session.proof());
        json.writeBooleanField("proved", session.proved());
        json.writeObjectFieldStart("changed");
        for (Map.Entry<String, String> entry : session.changed().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        JsonLines.end(json);
        json.writeArrayFieldStart("methodDiffers");
        for (CardDifference line : CardDifference.between(session.recordedCard(), session.otherCard())) {
            json.writeString(line.section() + ", " + line.name());
        }
        json.writeEndArray();
        card(RECORDED + "Method", session.recordedCard());
        card(OTHER + "Method", session.otherCard());
        JsonLines.end(json);
        for (int i = 0; i < session.recordedPhases().size(); i++) {
            phase(session.recordedPhases().get(i), session.otherPhases().get(i));
        }
    }

    private void card(String name, MethodCard card) throws IOException {
        json.writeObjectFieldStart(name);
        for (MethodCard.Section section : card.sections()) {
            json.writeObjectFieldStart(section.name());
            for (MethodCard.Entry entry : section.entries()) {
                json.writeStringField(entry.name(), entry.text());
            }
            JsonLines.end(json);
        }
        JsonLines.end(json);
    }

    private void phase(PhaseReport recorded, PhaseReport other) throws IOException {
        Map<String, @Nullable Object> one = PhaseFigures.of(recorded);
        Map<String, @Nullable Object> two = PhaseFigures.of(other);
        json.writeStartObject();
        json.writeStringField("line", "phase");
        json.writeArrayFieldStart("differs");
        for (String name : one.keySet()) {
            if (!Objects.equals(one.get(name), two.get(name))) {
                json.writeString(name);
            }
        }
        json.writeEndArray();
        figures(RECORDED, one);
        figures(OTHER, two);
        JsonLines.end(json);
    }

    private void figures(String name, Map<String, @Nullable Object> figures) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, @Nullable Object> entry : figures.entrySet()) {
            PhaseJson.value(json, entry.getKey(), entry.getValue());
        }
        JsonLines.end(json);
    }

    /** Writes a tick. */
    public void tick(Snapshot recorded, Snapshot other, List<Difference> differences) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", "tick");
        json.writeNumberField("tickNs", recorded.tickNs());
        json.writeArrayFieldStart("differs");
        for (Difference difference : differences) {
            json.writeString(difference.path());
        }
        json.writeEndArray();
        json.writeFieldName(RECORDED);
        recordedSnapshots.write(recorded);
        json.writeFieldName(OTHER);
        otherSnapshots.write(other);
        JsonLines.end(json);
    }

    /** Writes how far both agree. */
    public void end(Agreement agreement) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", "end");
        json.writeBooleanField("same", agreement.first() == null);
        json.writeNumberField("snapshots", agreement.snapshotCount());
        json.writeNumberField("differingSnapshots", agreement.differingSnapshotCount());
        json.writeNumberField("ticks", agreement.tickCount());
        json.writeNumberField("differingTicks", agreement.differingTickCount());
        json.writeNumberField("differingStates", agreement.differingStateCount());
        difference("first", agreement.first());
        difference("firstState", agreement.firstState());
        json.writeArrayFieldStart("states");
        for (ResponseState one : ResponseState.values()) {
            for (ResponseState two : ResponseState.values()) {
                if (agreement.tickCount(one, two) > 0) {
                    json.writeStartObject();
                    json.writeStringField(RECORDED, one.name());
                    json.writeStringField(OTHER, two.name());
                    json.writeNumberField("ticks", agreement.tickCount(one, two));
                    JsonLines.end(json);
                }
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("ticksOfValue");
        for (Map.Entry<String, Long> entry : agreement.ticksOfPath().entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        JsonLines.end(json);
        JsonLines.end(json);
    }

    private void difference(String name, @Nullable Difference difference) throws IOException {
        if (difference == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("timeNs", difference.timeNs());
        json.writeStringField("path", difference.path());
        json.writeStringField(RECORDED, difference.recorded());
        json.writeStringField(OTHER, difference.computed());
        JsonLines.end(json);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
