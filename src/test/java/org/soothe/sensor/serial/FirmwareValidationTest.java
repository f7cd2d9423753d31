package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.testing.External;
import org.soothe.testing.ValidationPage;
import org.soothe.time.SessionClock;

/**
 * A finger's wave into the reference sketch, its bytes through a pseudo-terminal into a sensor, intervals out. Time is counted
 * on both sides, so the figures are the same on every computer.
 */
@External(
        program = {"g++", "socat"},
        install = "apt-get install g++ socat")
class FirmwareValidationTest {

    private static final int SECONDS = 300;
    private static final long STEP_US = 200_000;
    private static final long US_NS = 1_000;
    private static final int ROOM = 100_000;
    private static final int SAMPLES_PER_LINE = 5;
    private static final int SAMPLES_PER_BLOCK = 20;

    @TempDir
    static Path folder;

    private static Path sendsBeats;

    private final AtomicLong nowNs = new AtomicLong();
    private final EventQueue queue = new EventQueue(ROOM);
    private final Heard heard = new Heard(queue);

    @BeforeAll
    static void compile() {
        sendsBeats = Board.compile(folder.resolve("beats"), true);
    }

    /** Runs a board into a sensor; everything of a step has arrived before the next step begins. */
    private void run(Path program, Path wave, int ppm) {
        try (SocatPair wire = new SocatPair(folder).plugIn();
                SerialSensor sensor =
                        new SerialSensor(wire.port(), 115_200, new SessionClock(nowNs::get, Instant.EPOCH));
                Board board = new Board(program, wave, ppm)) {
            sensor.open(queue);
            heard.until(SensorState.CONNECTED, "Listening");
            long samples = 0;
            long beats = 0;
            for (long us = 0; us < SECONDS * 1_000_000L; us += STEP_US) {
                nowNs.addAndGet(STEP_US * US_NS);
                List<String> lines = board.run(STEP_US);
                wire.send(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
                samples += SAMPLES_PER_LINE * count(lines, "$S");
                beats += count(lines, "$B");
                heard.untilCounts(samples / SAMPLES_PER_BLOCK * SAMPLES_PER_BLOCK, beats);
            }
        }
    }

    private static long count(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).count();
    }

    @Test
    void beatsThatTheSketchFindsAreThoseOfTheFinger() {
        FingerWave finger = new FingerWave(SECONDS, 41);
        run(sendsBeats, finger.write(folder.resolve("wave"), SECONDS, 1, 42), 0);
        DescriptiveStatistics errorMs = errors(finger.rrMs(), heard.rrMs());
        Engine engine = new Engine();
        heard.events().forEach(engine::update);
        assertThat(engine.snapshot().counters().beatCount()).isEqualTo(errorMs.getN());
        assertThat(engine.snapshot().counters().leftOutCount()).isZero();
        ValidationPage.says(
                "firmware",
                String.format(
                        Locale.ROOT,
                        """

                        | the sketch sends | true intervals | arrived | mean error, ms | SD of the error, ms | largest, ms |
                        |---|---|---|---|---|---|
                        | beats that it found | %d | %d | %.2f | %.2f | %.1f |

                        """,
                        finger.rrMs().length,
                        errorMs.getN(),
                        errorMs.getMean(),
                        errorMs.getStandardDeviation(),
                        Math.max(errorMs.getMax(), -errorMs.getMin())));
    }

    /** The sketch misses the first beats, until it knows the height of the wave; then every interval must be there. */
    private static DescriptiveStatistics errors(double[] trueMs, List<Double> foundMs) {
        int missed = trueMs.length - foundMs.size();
        assertThat(missed).as("intervals of %d not found", trueMs.length).isBetween(0, 3);
        DescriptiveStatistics best = new DescriptiveStatistics();
        for (int shift = 0; shift <= missed; shift++) {
            DescriptiveStatistics errorMs = new DescriptiveStatistics();
            for (int i = 0; i < foundMs.size(); i++) {
                errorMs.addValue(foundMs.get(i) - trueMs[i + shift]);
            }
            if (best.getN() == 0 || errorMs.getStandardDeviation() < best.getStandardDeviation()) {
                best = errorMs;
            }
        }
        return best;
    }
}
