package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.beat.PulseBeatFinder;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

/** What becomes of a device's bytes and their arrival times, without a port. */
class PulseStreamTest {

    private static final long MS_NS = 1_000_000L;

    private final EventQueue queue = new EventQueue(1_000_000);
    private final SerialTalk talk = new SerialTalk("port", new SessionClock(() -> 0, Instant.EPOCH), queue);
    private final List<Event> events = new ArrayList<>();

    private void drain() {
        try {
            for (Event event = queue.poll(0); event != null; event = queue.poll(0)) {
                events.add(event);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Waveform> waves() {
        drain();
        return events.stream()
                .filter(Waveform.class::isInstance)
                .map(Waveform.class::cast)
                .toList();
    }

    private String words(SensorState state) {
        drain();
        return events.stream()
                .filter(event -> event instanceof SensorStatus status && status.state() == state)
                .map(event -> ((SensorStatus) event).reason())
                .reduce("", (all, one) -> all + one + " / ");
    }

    private static void say(PulseStream stream, String text, long arrivalNs) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        stream.accept(bytes, bytes.length, arrivalNs);
    }

    /** Lets a device send its sample number, read after read, late by up to a while. */
    private void numbers(PulseStream stream, double rateHz, int seconds, double lateMs, String before) {
        SplittableRandom random = new SplittableRandom(31);
        int sent = 0;
        for (long readNs = 0; readNs < seconds * 1_000L * MS_NS; readNs += 10 * MS_NS) {
            StringBuilder text = new StringBuilder();
            while (sent * 1e9 / rateHz <= readNs) {
                text.append(before).append(sent++).append("\r\n");
            }
            say(stream, text.toString(), readNs + Math.round(random.nextDouble() * lateMs * MS_NS));
        }
    }

    @ParameterizedTest(name = "{0} samples a second, up to {1} ms late")
    @CsvSource({"250, 1", "497.3, 8", "101, 4"})
    void theRateOfRawNumbersIsMeasuredAndTheirTimesAreRight(double rateHz, double lateMs) {
        PulseStream stream = new PulseStream(SerialProtocol.RAW, talk, 0);
        numbers(stream, rateHz, 60, lateMs, "");
        List<Waveform> waves = waves();
        assertThat(waves.get(0).sampleRateHz()).isCloseTo(rateHz, withPercentage(0.5));
        int next = waves.get(0).samples().get(0);
        assertThat(next / rateHz).as("begins after the measuring").isBetween(2.9, 3.3);
        for (Waveform wave : waves) {
            assertThat(wave.kind()).isEqualTo(WaveformKind.PULSE_COUNT);
            assertThat(wave.samples().get(0)).as("none lost").isEqualTo(next);
            next += wave.samples().size();
            if (wave.timeNs() > 20_000 * MS_NS) {
                double trueMs = wave.samples().get(0) * 1_000 / rateHz;
                assertThat(wave.firstSampleNs() / 1e6 - trueMs)
                        .as("ms at %f ms", trueMs)
                        .isBetween(-2.0, 12.0);
            }
        }
        assertThat(words(SensorState.STREAMING)).contains("samples a second").doesNotContain("needs 100");
    }

    @Test
    void aSlowWaveIsSaidToBeTooSlowForVariability() {
        numbers(new PulseStream(SerialProtocol.RAW, talk, 0), 50, 10, 1, "");
        assertThat(waves()).isNotEmpty();
        assertThat(words(SensorState.STREAMING)).contains("50", "variability (PRV) needs 100 or more");
    }

    @Test
    void aRateJustBelowAHundredIsAHundred() {
        numbers(new PulseStream(SerialProtocol.RAW, talk, 0), 99.97, 10, 1, "");
        assertThat(words(SensorState.STREAMING)).contains("100 samples").doesNotContain("needs 100");
    }

    @ParameterizedTest
    @CsvSource({"20, too few", "5000, too many"})
    void aWaveInWhichNoBeatIsLookedForSaysSo(double rateHz, String words) {
        numbers(new PulseStream(SerialProtocol.RAW, talk, 0), rateHz, 10, 1, "");
        assertThat(words(SensorState.STREAMING)).contains(words, "no beat is looked for", "send 100 to 1000");
    }

    @Test
    void plotterLinesAskForTheOtherOutputType() {
        numbers(new PulseStream(SerialProtocol.PLOTTER, talk, 0), 50, 10, 1, "72,833,");
        assertThat(waves()).isNotEmpty();
        assertThat(words(SensorState.STREAMING)).contains("not valid for variability", "PROCESSING_VISUALIZER");
    }

    @Test
    void aVisualizerWaitsForBeatsAndSaysWhenTheyStop() {
        PulseStream stream = new PulseStream(SerialProtocol.VISUALIZER, talk, 0);
        numbers(stream, 50, 15, 1, "S");
        assertThat(words(SensorState.STREAMING))
                .isEqualTo("The pulse wave arrives, 50 samples a second. Waiting for the first beats. / ");
        assertThat(words(SensorState.SILENT))
                .isEqualTo("The device finds no beat. Lay the finger on lightly and keep it still. / ");
        for (int i = 0; i < 4; i++) {
            say(stream, "B75\r\nQ800\r\n", (15_000 + 800 * i) * MS_NS);
        }
        assertThat(words(SensorState.STREAMING)).endsWith(" / Beats arrive. / ");
        for (int i = 0; i < 8; i++) {
            say(stream, "S500\r\n", (17_500 + 500 * i) * MS_NS);
        }
        assertThat(events)
                .filteredOn(SensorStatus.class::isInstance)
                .extracting(event -> ((SensorStatus) event).state())
                .containsExactly(SensorState.STREAMING, SensorState.SILENT, SensorState.STREAMING);
        assertThat(words(SensorState.SILENT)).matches("(The device finds no beat.* / ){2}");
        assertThat(events).last().isInstanceOf(Waveform.class);
    }

    @Test
    void aFingerThatLeavesAnOximeterIsSaid() {
        PulseStream stream = new PulseStream(SerialProtocol.CONTEC, talk, 0);
        byte[] speech = DecodersTest.speech(SerialProtocol.CONTEC, 60);
        stream.accept(speech, speech.length, 1_000 * MS_NS);
        byte[] without = {(byte) 0x80, 0, 0x10, 0, 0};
        stream.accept(without, without.length, 1_010 * MS_NS);
        assertThat(waves().stream().mapToInt(wave -> wave.samples().size()).sum())
                .isEqualTo(60);
        assertThat(words(SensorState.STREAMING)).contains("60 samples a second", "needs 100");
        assertThat(words(SensorState.SILENT)).contains("no finger");
    }

    @Test
    void aFingerThatIsNotThereFromTheStartIsSaid() {
        PulseStream stream = new PulseStream(SerialProtocol.CONTEC, talk, 0);
        byte[] without = {(byte) 0x80, 0, 0x10, 0, 0};
        for (int i = 0; i < 60; i++) {
            stream.accept(without, without.length, 17L * i * MS_NS);
        }
        assertThat(words(SensorState.CONNECTED)).contains("no finger");
        assertThat(words(SensorState.SILENT))
                .as("nothing has begun that could stop")
                .isEmpty();
    }

    @Test
    void aDeviceThatStopsBeforeItsRateIsKnownIsSaid() {
        PulseStream stream = new PulseStream(SerialProtocol.RAW, talk, 0);
        numbers(stream, 500, 1, 1, "");
        stream.idle(5_000 * MS_NS);
        assertThat(waves()).isEmpty();
        assertThat(words(SensorState.CONNECTED)).startsWith("Nothing arrives");
    }

    @Test
    void theLastSamplesBeforeASilenceDoNotCallItStreaming() {
        PulseStream stream = new PulseStream(SerialProtocol.RAW, talk, 0);
        numbers(stream, 497, 5, 1, "");
        int before = waves().size();
        stream.idle(8_500 * MS_NS);
        stream.idle(8_600 * MS_NS);
        assertThat(waves()).as("a block that was begun").hasSize(before + 1);
        assertThat(events)
                .filteredOn(SensorStatus.class::isInstance)
                .extracting(event -> ((SensorStatus) event).state())
                .containsExactly(SensorState.STREAMING, SensorState.SILENT);
    }

    @Test
    void bytesThatMeanNothingAreNotNothing() {
        PulseStream stream = new PulseStream(SerialProtocol.RAW, talk, 0);
        numbers(stream, 500, 5, 1, "");
        for (int i = 0; i < 80; i++) {
            say(stream, "no number\n", (5_000 + 50L * i) * MS_NS);
        }
        assertThat(stream.isUnreadable(9_000 * MS_NS)).isTrue();
        assertThat(words(SensorState.SILENT)).isEmpty();
    }

    @Test
    void anotherRateIsSaid() {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        say(stream, DecodersTest.line('H', 0, 0, "500,uno"), 0);
        say(stream, DecodersTest.line('S', 1, 0, "1,2,3,4,5"), 10 * MS_NS);
        say(stream, DecodersTest.line('S', 2, 10_000, "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15"), 40 * MS_NS);
        say(stream, DecodersTest.line('H', 3, 41_000, "250,uno"), 41 * MS_NS);
        say(stream, DecodersTest.line('S', 4, 40_000, "1,2,3,4,5,6,7,8,9,10,11,12"), 90 * MS_NS);
        assertThat(words(SensorState.STREAMING))
                .isEqualTo("The pulse wave arrives, 500 samples a second. / The pulse wave arrives, 250 samples a"
                        + " second. / ");
    }

    @Test
    void ourSamplesLieWhereTheDeviceTimedThemAndALostLineLeavesAHole() {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        say(stream, DecodersTest.line('H', 0, 0, "500,uno"), 0);
        for (int i = 0; i < 200; i++) {
            if (i != 100) {
                say(stream, DecodersTest.line('S', 1 + i, 10_000L * i, "1,2,3,4,5"), (10 * i + 11) * MS_NS);
            }
        }
        stream.idle(10_000 * MS_NS);
        List<Waveform> waves = waves();
        assertThat(waves.stream().mapToInt(wave -> wave.samples().size()).sum()).isEqualTo(199 * 5);
        long expectedNs = waves.get(0).firstSampleNs();
        int holes = 0;
        for (Waveform wave : waves) {
            if (wave.firstSampleNs() != expectedNs) {
                assertThat(wave.firstSampleNs() - expectedNs).isEqualTo(10 * MS_NS);
                holes++;
            }
            expectedNs = wave.firstSampleNs() + 2L * wave.samples().size() * MS_NS;
        }
        assertThat(holes).isEqualTo(1);
        assertThat(events)
                .filteredOn(SensorIdentity.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((SensorIdentity) event).details()).isEqualTo("Soothe line protocol, uno"));
    }

    @ParameterizedTest(name = "up to {0} ms late, crystal off by {1} ppm")
    @CsvSource({"1, 0", "16, 3000", "16, -3000", "5, 5000", "5, -5000"})
    void aDeviceThatLosesNothingHasNoHole(double lateMs, int ppm) {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 6_000; i++) {
            long deviceUs = 10_000L * i;
            long arrivalNs = Math.round(1_000 * deviceUs / (1 + ppm / 1e6) + random.nextDouble() * lateMs * MS_NS);
            String hello = i % 200 == 0 ? DecodersTest.line('H', i + i / 200, deviceUs, "500,uno") : "";
            say(stream, hello + DecodersTest.line('S', 1 + i + i / 200, deviceUs, "1,2,3,4,5"), arrivalNs);
        }
        PulseBeatFinder finder = new PulseBeatFinder();
        waves().forEach(wave -> finder.block(wave, (timeNs, size, starts, good) -> {}));
        assertThat(finder.clock().gapCount()).isZero();
        assertThat(finder.clock().misplacedCount()).isZero();
    }

    @Test
    void aCableThatGarblesLinesIsNamedUntilItDoesNotAnyMore() {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        say(stream, DecodersTest.line('H', 0, 0, "500,uno"), 0);
        for (int i = 0; i < 6_000; i++) {
            String line = DecodersTest.line('S', (1 + i) % 65_536, 10_000L * i, "1,2,3,4,5");
            boolean garbled = i > 1_000 && i < 3_000 && i % 100 == 0;
            say(stream, garbled ? line.replace(',', ';') : line, (10L * i + 11) * MS_NS);
        }
        assertThat(words(SensorState.STREAMING))
                .matches("The pulse wave arrives, 500 samples a second. / "
                        + "The pulse wave arrives, 500 samples a second. Much of what it sends is lost or garbled.* / "
                        + "The pulse wave arrives, 500 samples a second. / ");
    }

    @Test
    void whatIsMissedAtOnceIsOneHoleHoweverLong() {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        say(stream, DecodersTest.line('H', 0, 0, "500,uno"), 0);
        for (int i = 0; i < 4_000; i++) {
            if (i < 2_000 || i >= 2_100) {
                say(stream, DecodersTest.line('S', 1 + i, 10_000L * i, "1,2,3,4,5"), (10L * i + 11) * MS_NS);
            }
        }
        assertThat(words(SensorState.STREAMING)).doesNotContain("garbled");
    }

    @Test
    void aLineThatIsGarbledNowAndThenIsNoNews() {
        PulseStream stream = new PulseStream(SerialProtocol.RAW, talk, 0);
        numbers(stream, 250, 10, 1, "");
        for (int i = 0; i < 60 * 100; i++) {
            String text = i % 400 == 0 ? "5x1\n510\n" : "510\n511\n";
            say(stream, text, (10_000 + 10L * i) * MS_NS);
        }
        assertThat(words(SensorState.STREAMING)).doesNotContain("garbled");
    }

    @Test
    void aLostBeatEndsTheStretch() {
        PulseStream stream = new PulseStream(SerialProtocol.SOOTHE, talk, 0);
        say(stream, DecodersTest.line('B', 0, 800_000, "800000"), 800 * MS_NS);
        say(stream, DecodersTest.line('B', 1, 1_600_000, "800000"), 1_600 * MS_NS);
        say(stream, DecodersTest.line('B', 3, 3_200_000, "800000"), 3_200 * MS_NS);
        assertThat(words(SensorState.SILENT)).isEqualTo("A beat was lost on the way. / ");
        assertThat(events).last().isNotInstanceOf(SensorStatus.class);
    }
}
