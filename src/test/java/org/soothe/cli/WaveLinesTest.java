package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.Samples;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.report.SnapshotJson;
import org.soothe.response.ResponseMethod;
import org.soothe.time.NanoClock;

/** Sessions whose beats are found in a wave have lines like any other. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WaveLinesTest {
    private static final int RATE_HZ = 100;
    private static final int BLOCK = 10;

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    /** A pulse of 75 a minute, with its dicrotic wave. */
    private static int sample(int index) {
        double phase = index / (double) RATE_HZ * 1.25 % 1;
        return (int) Math.round(512
                + 200 * Math.exp(-Math.pow((phase - 0.2) / 0.08, 2))
                + 60 * Math.exp(-Math.pow((phase - 0.5) / 0.1, 2)));
    }

    private Path pulseSession(int seconds) throws IOException {
        Path file = folder.resolve("pulse.soothe");
        SessionRecorder recorder = SessionRecorder.start(
                file, RecordOptions.info("", ResponseMethod.standard(), ""), null, NanoClock.system(), state -> {});
        Engine engine = new Engine();
        List<Event> events = new ArrayList<>();
        events.add(new SensorIdentity(0, "serial", "pulse", "", BeatSource.PULSE, "ms"));
        for (int i = 0; i < seconds * RATE_HZ; i += BLOCK) {
            int[] values = new int[BLOCK];
            for (int j = 0; j < BLOCK; j++) {
                values[j] = sample(i + j);
            }
            long firstNs = i * (1_000_000_000L / RATE_HZ);
            events.add(new Waveform(
                    firstNs + BLOCK * (1_000_000_000L / RATE_HZ),
                    firstNs,
                    WaveformKind.PULSE_COUNT,
                    RATE_HZ,
                    Samples.of(values)));
        }
        for (Event event : events) {
            engine.update(event);
            recorder.taken(event, engine.snapshot());
        }
        recorder.end("over", List.of());
        return file;
    }

    @Test
    void beatsOfAWaveGiveLines() throws IOException {
        Path file = pulseSession(60);
        assertThat(shell.runLine("replay --json " + file)).isZero();
        List<String> lines = shell.out().lines().toList();
        assertThat(lines).hasSizeBetween(60, 76).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(lines.size() - 1)).contains("\"variability\":\"PRV\"", "\"waveBeatCount\":");
    }

    @Test
    void withoutBeatsThereIsNoLineAndNotAnEmptyOne() throws IOException {
        Path file = pulseSession(1);
        shell.runLine("replay --json " + file);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void whoFollowsTheLinesHasEachWholeAtOnce() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotJson json = new SnapshotJson(out, BeatSource.STRAP);
        json.write(new Engine().snapshot());
        json.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").hasLineCount(1);
        json.close();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").hasLineCount(1);
    }
}
