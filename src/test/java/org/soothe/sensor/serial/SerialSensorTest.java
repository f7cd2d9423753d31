package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.testing.External;
import org.soothe.time.SessionClock;

/** A pulse sensor on a pseudo-terminal, with the bytes that PulseSensor firmware sends. */
@External(program = "socat", install = "apt-get install socat")
class SerialSensorTest {

    private static final int ROOM = 100_000;
    private static final int FLOOD = 20_000;
    private static final int NOISE = 3_000_000;
    private static final long MILLISECOND_NS = 1_000_000;

    @TempDir
    Path folder;

    private final EventQueue queue = new EventQueue(ROOM);
    private final AtomicLong nowNs = new AtomicLong();
    private final Heard heard = new Heard(queue);
    private SocatPair wire;
    private SerialSensor sensor;

    @BeforeEach
    void plugIn() {
        wire = new SocatPair(folder).plugIn();
        sensor = new SerialSensor(wire.port(), 0, new SessionClock(nowNs::get, Instant.EPOCH));
    }

    @AfterEach
    void close() {
        sensor.close();
        wire.close();
    }

    @Test
    void beatsOfAVisualizerReachTheEngine() {
        listenToVisualizer();
        beats(800, 801, 802, 803, 804, 805, 806, 807, 808, 809);

        assertThat(heard.rrMs())
                .as("two placeholders left out")
                .containsExactly(800., 801., 802., 803., 804., 805., 806., 807., 808., 809.);
        assertThat(heard.states())
                .startsWith(SensorState.SEARCHING, SensorState.CONNECTED)
                .endsWith(SensorState.STREAMING);
        assertThat(heard.events())
                .filteredOn(SensorIdentity.class::isInstance)
                .singleElement()
                .extracting(event -> ((SensorIdentity) event).source().variability())
                .isEqualTo("PRV");
        assertThat(heard.events().stream().map(Event::timeNs).toList()).isSorted();
        Engine engine = new Engine();
        heard.events().forEach(engine::update);
        assertThat(engine.snapshot().counters().beatCount()).isEqualTo(10);
        assertThat(engine.snapshot().beat().provisionalRrMs().orNaN()).isEqualTo(809);
        assertThat(engine.snapshot().beat().sensorHeartRateBpm().orNaN()).isEqualTo(74);
    }

    @Test
    void aPulledCableIsWaitedForAndTheSessionGoesOn() {
        listenToVisualizer();
        beats(800, 801);
        wire.pull();
        assertThat(heard.until(SensorState.LOST)).contains("Plug it in again");
        heard.until(SensorState.RECONNECTING);
        wire.plugIn();
        heard.until(SensorState.CONNECTED, "Listening");
        wire.send(samples(30) + beat(750) + beat(750));
        beats(900, 901);
        wire.pull();
        heard.until(SensorState.RECONNECTING);

        assertThat(heard.rrMs()).containsExactly(800., 801., 900., 901.);
        assertThat(heard.events().stream().map(Event::timeNs).toList()).isSorted();
        Engine engine = new Engine();
        heard.events().forEach(engine::update);
        assertThat(engine.snapshot().counters().beatCount()).isEqualTo(4);
    }

    @Test
    void linesMayComeByteByByteAndAHalfOneIsNoBeat() {
        listenToVisualizer();
        for (byte one : beat(812).getBytes(StandardCharsets.US_ASCII)) {
            wire.send(new byte[] {one});
        }
        heard.untilRr(812);
        wire.send("B75\r\nQ80" + "S512\r\n" + beat(805));
        heard.untilRr(805);
        assertThat(heard.rrMs()).containsExactly(812., 805.);
    }

    @Test
    void aFloodOfBeatsGoesThroughASmallQueueWithoutLosingOne() {
        EventQueue small = new EventQueue(2);
        Heard slow = new Heard(small);
        sensor.open(small);
        slow.until(SensorState.CONNECTED, "Listening");
        wire.send(samples(30) + beat(750) + beat(750));
        slow.until(SensorState.CONNECTED, "visualizer");
        Thread flood = new Thread(() -> {
            for (int i = 0; i < FLOOD; i++) {
                wire.send(beat(300 + i % 1_000));
            }
            wire.send(beat(2_222));
        });
        flood.start();
        slow.untilRr(2_222);
        assertThat(slow.rrMs()).hasSize(FLOOD + 1).startsWith(300., 301., 302.);
        assertThat(slow.rrMs().subList(FLOOD - 1_000, FLOOD))
                .isEqualTo(slow.rrMs().subList(0, 1_000));
    }

    @Test
    void aFloodOfNoiseIsNoBeatAndTheNextBeatIsHeard() {
        listenToVisualizer();
        beats(800);
        byte[] noise = new byte[NOISE];
        new SplittableRandom(7).nextBytes(noise);
        wire.send(noise);
        wire.send("\r\n" + beat(801));
        heard.untilRr(801);
        assertThat(heard.rrMs()).as("seed 7").containsExactly(800., 801.);
    }

    @Test
    void silenceIsSaidAndTheFirstBeatsAfterItAreMadeUp() {
        listenToVisualizer();
        beats(800);
        nowNs.addAndGet(4_000 * MILLISECOND_NS);
        assertThat(heard.until(SensorState.SILENT)).contains("Nothing arrives");
        wire.send("PulseSensor started\r\n" + samples(5) + beat(600) + beat(333));
        beats(820);
        assertThat(heard.rrMs()).containsExactly(800., 820.);
        assertThat(heard.states()).endsWith(SensorState.SILENT, SensorState.STREAMING);
        assertThat(heard.states().stream().distinct().toList())
                .containsExactly(
                        SensorState.SEARCHING, SensorState.CONNECTED, SensorState.STREAMING, SensorState.SILENT);
    }

    @Test
    void aDeviceThatSpeaksOtherwiseAfterAResetIsFoundAgain() {
        listenToVisualizer();
        beats(800);
        nowNs.addAndGet(4_000 * MILLISECOND_NS);
        wire.send(DecodersTest.speech(SerialProtocol.SOOTHE, 20));
        heard.until(SensorState.SEARCHING, "cannot be read any more");
        wire.send(DecodersTest.speech(SerialProtocol.SOOTHE, 200));
        heard.until(SensorState.CONNECTED, "Soothe line protocol");
    }

    @Test
    void aPortThatIsOpenIsRefusedToTheSecond() {
        listenToVisualizer();
        EventQueue otherQueue = new EventQueue(ROOM);
        try (SerialSensor other = new SerialSensor(wire.port(), 0, new SessionClock(nowNs::get, Instant.EPOCH))) {
            other.open(otherQueue);
            assertThat(new Heard(otherQueue).until(SensorState.FAILED)).contains("used by another program");
        }
        beats(800);
    }

    @Test
    void aPortThatAnotherProgramHasIsRefused() throws IOException {
        Process holder = program(PortHolder.class);
        try {
            assertThat(holder.getInputStream().read())
                    .as("the other program has it")
                    .isEqualTo('o');
            sensor.open(queue);
            assertThat(heard.until(SensorState.FAILED)).contains("used by another program");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void theEndOfTheProgramIsNoPulledCable() throws IOException {
        Process ender = program(PortEnder.class);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(ender.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("open");
            ender.toHandle().destroy();
            assertThat(said.readLine()).isEqualTo("nothing");
        } finally {
            ender.destroyForcibly();
        }
    }

    private Process program(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        wire.port())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aPortThatIsNoneFailsAndSaysWhatToDo() {
        assertThat(failure(folder.resolve("nothing").toString())).contains("no port", "Plug the sensor in");
        assertThat(failure(folder.toString())).contains("not a serial port");
        assertThat(failure("/dev/null")).contains("not a serial port");
    }

    private String failure(String port) {
        EventQueue other = new EventQueue(ROOM);
        try (SerialSensor failing = new SerialSensor(port, 0, new SessionClock(nowNs::get, Instant.EPOCH))) {
            failing.open(other);
            return new Heard(other).until(SensorState.FAILED);
        }
    }

    @Test
    void aClosedSensorGivesItsPortBack() throws InterruptedException {
        listenToVisualizer();
        sensor.close();
        sensor.close();
        EventQueue otherQueue = new EventQueue(ROOM);
        Heard otherHeard = new Heard(otherQueue);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("sensor-serial"))) {
            Thread.onSpinWait();
        }
        try (SerialSensor other = new SerialSensor(wire.port(), 0, new SessionClock(nowNs::get, Instant.EPOCH))) {
            other.open(otherQueue);
            otherHeard.until(SensorState.CONNECTED, "Listening");
        }
    }

    /** Lets each beat happen and arrive, at its time. */
    private void beats(int... rrMs) {
        for (int each : rrMs) {
            nowNs.addAndGet(MILLISECOND_NS * each);
            wire.send(samples(10) + beat(each));
            heard.untilRr(each);
        }
    }

    private void listenToVisualizer() {
        sensor.open(queue);
        heard.until(SensorState.CONNECTED, "Listening");
        wire.send(samples(30));
        heard.until(SensorState.CONNECTED, "PulseSensor visualizer lines at 115200 baud");
        wire.send(beat(750) + beat(612));
    }

    private static String samples(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('S').append(500 + i % 40).append("\r\n");
        }
        return text.toString();
    }

    private static String beat(int rrMs) {
        return "B" + 60_000 / rrMs + "\r\nQ" + rrMs + "\r\n";
    }
}
