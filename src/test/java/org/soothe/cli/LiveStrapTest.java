package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.PretendBluez;
import org.soothe.sensor.ble.rig.StrapBytes;

/** The commands with a strap: a pretend Bluetooth service on a real message bus. */
@Timeout(60)
class LiveStrapTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private LightRig rig;

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
        var unused = heart.scheduleAtFixedRate(
                () -> rig.bluez().send(StrapBytes.measurement(75, 819)), 20, 20, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stopRig() throws Exception {
        heart.shutdownNow();
        heart.awaitTermination(10, TimeUnit.SECONDS);
        rig.close();
    }

    private int run(OutputStream target, String line) {
        Terminal terminal = new Terminal(target, err, false, false, System::nanoTime);
        return Soothe.execute(terminal, (line + " --ble-bus " + rig.address()).split(" ", -1));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Reads until beats were shown, and then has seen enough. */
    @Test
    void liveTakesTheBeatsOfAStrap() {
        OutputStream reader = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                if (b == '\n' && out().contains("\"tickNs\"")) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        assertThat(run(reader, "live --sensor ble:H10 --json")).isZero();
        assertThat(out())
                .contains(
                        "\"sensorState\":\"SEARCHING\"",
                        "\"sensorState\":\"CONNECTED\"",
                        "\"sensorState\":\"STREAMING\"")
                .contains(PretendBluez.ADDRESS);
    }

    @Test
    void aRadioThatIsOffEndsLiveWithWhatToDo() {
        rig.bluez().power(false);
        assertThat(run(out, "live --sensor ble:any --json")).isEqualTo(69);
        assertThat(out()).contains("\"sensorState\":\"FAILED\"", "bluetoothctl power on");
    }

    @Test
    void sensorsEndsInTimeAlsoWhereSomethingChangesAllTheTime() {
        AtomicInteger rssiDbm = new AtomicInteger();
        var unused = heart.scheduleAtFixedRate(
                () -> rig.bluez().signal(rssiDbm.decrementAndGet() % 90), 10, 10, TimeUnit.MILLISECONDS);
        assertThat(run(out, "sensors --json --duration 3s")).isZero();
    }

    /** Its reader switches the radio on when it has read that it is off, and goes when it has read of the strap. */
    @Test
    void troubleThatIsOverLeavesTheListOfSensors() {
        rig.bluez().power(false);
        List<String> frames = new ArrayList<>();
        OutputStream reader = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                String frame = new String(bytes, from, count, StandardCharsets.UTF_8);
                frames.add(frame);
                if (frame.contains("switched off")) {
                    rig.bluez().power(true);
                }
                if (frame.contains(PretendBluez.NAME)) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        Terminal terminal = new Terminal(reader, err, true, false, System::nanoTime);
        assertThat(Soothe.execute(terminal, "sensors", "--ble-bus", rig.address()))
                .isZero();
        assertThat(frames).anyMatch(frame -> frame.contains("switched off"));
        assertThat(frames.get(frames.size() - 1)).contains(PretendBluez.NAME).doesNotContain("switched off");
    }

    @Test
    void sensorsListsTheStrap() {
        assertThat(run(out, "sensors --json --duration 5s")).isZero();
        assertThat(out()).contains("ble:" + PretendBluez.ADDRESS, PretendBluez.NAME, "-50");
    }
}
