package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.Engine;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.Event;
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

    private static final int SECONDS = 120;
    private static final long STEP_US = 400_000;
    private static final long US_NS = 1_000;
    private static final int ROOM = 100_000;
    private static final int SAMPLES_PER_LINE = 5;
    private static final int MOST_UNLEARNED = 5;
    private static final int SAMPLES_PER_BLOCK = 20;

    @TempDir
    static Path folder;

    private static Path sendsSamples;
    private static Path sendsBeats;

    private final FingerWave finger = new FingerWave(SECONDS, 41);
    private final Map<Double, Path> waves = new HashMap<>();

    @BeforeAll
    static void compile() {
        sendsSamples = Board.compile(folder.resolve("samples"), false);
        sendsBeats = Board.compile(folder.resolve("beats"), true);
    }

    /** Runs a board into a sensor; everything of a step has arrived before the next step begins. */
    private List<Event> run(Path program, Path wave, int ppm) {
        AtomicLong nowNs = new AtomicLong();
        EventQueue queue = new EventQueue(ROOM);
        Heard heard = new Heard(queue);
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
            return heard.events();
        }
    }

    private static long count(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).count();
    }

    /** One run: what is sent, how the board and the finger are. */
    private record Case(String sends, int ppm, double noiseCount) {}

    @Test
    void intervalsThatArriveAreThoseOfTheFinger() {
        List<Case> cases = List.of(
                new Case("samples", 0, 1),
                new Case("samples", 0, 3),
                new Case("samples", 3_000, 1),
                new Case("beats", 0, 1),
                new Case("beats", 0, 3),
                new Case("beats", 3_000, 1));
        StringBuilder rows = new StringBuilder();
        for (Case each : cases) {
            rows.append(row(each));
        }
        ValidationPage.says("firmware", """

                | the sketch sends | crystal too fast by, ppm | noise, counts | true intervals | of them arrived | mean error, ms | SD of the error, ms | largest, ms |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """ + rows + "\n");
    }

    private Path wave(double noiseCount) {
        return finger.write(folder.resolve("wave-" + noiseCount), SECONDS, noiseCount, 42);
    }

    private String row(Case each) {
        List<Event> events = run(
                each.sends().equals("beats") ? sendsBeats : sendsSamples,
                waves.computeIfAbsent(each.noiseCount(), this::wave),
                each.ppm());
        BeatSeries placed = FinalAnalysis.beats(events);
        DescriptiveStatistics errorMs = errors(
                finger.rrMs(),
                IntStream.range(0, placed.size()).mapToObj(placed::rrMs).toList());
        Engine engine = new Engine();
        events.forEach(engine::update);
        assertThat(engine.snapshot().counters().beatCount())
                .as("live and final")
                .isEqualTo(placed.size());
        assertThat(engine.snapshot().counters().misplacedBlockCount())
                .as("misplaced")
                .isZero();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %d | %d | %.2f | %.2f | %.1f |%n",
                each.sends(),
                each.ppm(),
                each.noiseCount(),
                finger.rrMs().length,
                errorMs.getN(),
                Math.round(100 * errorMs.getMean()) / 100.0,
                errorMs.getStandardDeviation(),
                Math.max(errorMs.getMax(), -errorMs.getMin()));
    }

    /**
     * Whoever finds the beats needs a few to learn how the wave looks, and may take noise for a beat until then; from then on
     * every interval must be there.
     */
    private static DescriptiveStatistics errors(double[] trueMs, List<Double> foundMs) {
        DescriptiveStatistics best = new DescriptiveStatistics();
        for (int shift = -MOST_UNLEARNED; shift <= MOST_UNLEARNED; shift++) {
            DescriptiveStatistics errorMs = new DescriptiveStatistics();
            for (int i = Math.max(0, -shift); i < foundMs.size() && i + shift < trueMs.length; i++) {
                errorMs.addValue(foundMs.get(i) - trueMs[i + shift]);
            }
            if (best.getN() == 0 || errorMs.getStandardDeviation() < best.getStandardDeviation()) {
                best = errorMs;
            }
        }
        assertThat(best.getN())
                .as("intervals of %d", trueMs.length)
                .isGreaterThanOrEqualTo(trueMs.length - MOST_UNLEARNED);
        assertThat(best.getStandardDeviation()).as("SD of the error, in ms").isLessThan(6);
        return best;
    }
}
