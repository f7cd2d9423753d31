package org.soothe.recording.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Reads our own JSON lines: the events come out exactly as they arrived. Not thread-safe; one per file. */
final class JsonLinesReader {
    private static final String START = "{\"line\":\"session\",\"format\":\"soothe-json-lines\"";
    private static final String WANTED = "JSON lines as soothe export writes them, version 1";

    private final SourceFile file;
    private final List<Event> events = new ArrayList<>();
    private BeatSource source = BeatSource.UNKNOWN;
    private @Nullable Instant startedAt;
    private long saidCount = -1;
    private int lineNumber;

    private JsonLinesReader(SourceFile file) {
        this.file = file;
    }

    static boolean looksLike(SourceFile file) {
        byte[] start = START.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = file.bytes();
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        return new JsonLinesReader(file).read(options);
    }

    private RrRecording read(ReadOptions options) throws RecordingFormatException {
        String text = file.text();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            lineNumber++;
            line(text.substring(from, end));
            from = end + 1;
        }
        List<String> notes = new ArrayList<>();
        if (saidCount < 0) {
            notes.add("The file has no last line: it was cut off; everything before is used.");
        } else if (saidCount != events.size()) {
            throw file.whole(events.size() + " of " + saidCount + " events are in it", WANTED);
        }
        double[] rawMs = rawMs();
        if (rawMs.length == 0) {
            throw file.whole("there is no interval above 0 in it", WANTED);
        }
        BeatSource told = options.source();
        RrRecording recording = new RrRecording(
                file.path(),
                "JSON lines of soothe",
                "as the sensor sent them",
                TimeColumn.ARRIVAL,
                told == null ? source : told,
                rawMs,
                events,
                notes);
        return recording.startedAt(startedAt);
    }

    private double[] rawMs() {
        double[] all = new double[16];
        int size = 0;
        for (Event event : events) {
            if (event instanceof RrPacket packet) {
                for (int i = 0; i < packet.rr().size(); i++) {
                    if (packet.rr().ms(i) > 0) {
                        all = size == all.length ? Arrays.copyOf(all, 2 * size) : all;
                        all[size++] = packet.rr().ms(i);
                    }
                }
            }
        }
        if (size > 0) {
            return Arrays.copyOf(all, size);
        }
        BeatSeries beats = FinalAnalysis.beats(events);
        double[] found = new double[beats.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = beats.rrMs(i);
        }
        return found;
    }

    private void line(String line) throws RecordingFormatException {
        if (line.isBlank()) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(line);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                read(json, name, values);
            }
        } catch (IOException e) {
            throw wrong(line);
        }
        take(line, values);
    }

    /** Keeps texts, numbers and lists of numbers; passes over the rest. */
    private static void read(JsonParser json, String name, Map<String, Object> values) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            values.put(name, json.getText());
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            values.put(name, json.getLongValue());
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            values.put(name, json.getDoubleValue());
        } else if (token == JsonToken.START_ARRAY && !name.equals("method")) {
            double[] numbers = new double[16];
            int size = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
                numbers[size++] = json.getDoubleValue();
            }
            values.put(name, Arrays.copyOf(numbers, size));
        } else {
            json.skipChildren();
        }
    }

    private void take(String line, Map<String, Object> values) throws RecordingFormatException {
        Object kind = values.get("line");
        try {
            if ("session".equals(kind)) {
                if (!Long.valueOf(1).equals(values.get("version"))) {
                    throw wrong(line);
                }
                source = new JsonEvent(values).named(BeatSource.class, "source");
                startedAt = values.get("startedAt") instanceof String start ? Instant.parse(start) : null;
            } else if ("event".equals(kind)) {
                events.add(new JsonEvent(values).event());
            } else if ("end".equals(kind)) {
                saidCount = new JsonEvent(values).whole("events");
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(line);
        }
    }

    private RecordingFormatException wrong(String line) {
        return file.line(lineNumber, line, WANTED);
    }
}
