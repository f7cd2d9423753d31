package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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
        for (int i = 0; i < 10; i++) {
            nowNs.addAndGet(MILLISECOND_NS * (800 + i));
            wire.send(samples(40) + beat(800 + i));
            heard.untilRr(800 + i);
        }

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
