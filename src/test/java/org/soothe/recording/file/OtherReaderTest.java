package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.Waveform;
import org.soothe.recording.vault.KeyRing;
import org.soothe.testing.External;

/** A program in another language that knows only docs/session-format.md reads the same. */
@External(program = "python3", install = "apt-get install python3-minimal")
class OtherReaderTest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @TempDir
    private Path folder;

    @Test
    void readsEveryEventAndTheLastSnapshotBitForBit() throws Exception {
        List<Event> events = Made.events(3);
        Path file = Made.record(folder.resolve("a.soothe"), events, null);
        List<String> lines = python(file);
        assertThat(lines).hasSize(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            check(events.get(i), lines.get(i));
        }
        assertThat(lastSnapshot(lines.get(events.size()))).isEqualTo(lastSnapshot(file));
        assertThat(lines.get(events.size())).contains("\"ended\": true");
    }

    private List<String> python(Path file) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process python = new ProcessBuilder("python3", "docs/read-session.py", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(python.waitFor()).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private static void check(Event event, String line) throws IOException {
        List<@Nullable Object> values = values(line);
        assertThat(values.get(0)).isEqualTo(event.getClass().getSimpleName());
        assertThat(values.get(1)).isEqualTo(event.timeNs());
        if (event instanceof RrPacket packet) {
            assertThat(values.get(2)).isEqualTo(packet.contact().name());
            List<Double> rr = new ArrayList<>();
            for (int i = 0; i < packet.rr().size(); i++) {
                rr.add(packet.rr().raw(i));
            }
            List<Double> read = ((List<?>) values.get(5))
                    .stream().map(value -> ((Number) value).doubleValue()).toList();
            assertThat(read).isEqualTo(rr);
        } else if (event instanceof Waveform wave) {
            assertThat(String.valueOf(values.get(5))).isEqualTo(wave.samples().toString());
        }
    }

    private static Map<String, @Nullable Object> lastSnapshot(Path path) throws Exception {
        Map<String, @Nullable Object> last = new TreeMap<>();
        try (SessionFile file = SessionFile.open(path, KeyRing.none());
                SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Said said) {
                    last = new TreeMap<>(said.snapshot().values());
                }
            }
        }
        return last;
    }

    /** Python writes a double with as many digits as make it unique, so no bit is lost on the way. */
    private static Map<String, @Nullable Object> lastSnapshot(String line) throws IOException {
        Map<String, @Nullable Object> last = new TreeMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            while (!"last".equals(json.currentName())) {
                json.nextToken();
            }
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                last.put(name, value(json));
            }
        }
        return last;
    }

    private static List<@Nullable Object> values(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            return list(json);
        }
    }

    private static List<@Nullable Object> list(JsonParser json) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> list(json);
            default -> throw new IOException("unexpected " + json.currentToken());
        };
    }
}
