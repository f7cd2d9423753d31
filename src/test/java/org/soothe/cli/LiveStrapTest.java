package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private int run(String line) {
        Terminal terminal = new Terminal(out, err, false, false, System::nanoTime);
        return Soothe.execute(terminal, (line + " --ble-bus " + rig.address()).split(" ", -1));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void liveTakesTheBeatsOfAStrap() {
        assertThat(run("live --sensor ble:H10 --json --duration 3s"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out())
                .contains(
                        "\"sensorState\":\"SEARCHING\"",
                        "\"sensorState\":\"CONNECTED\"",
                        "\"sensorState\":\"STREAMING\"")
                .contains("\"tickNs\"", PretendBluez.ADDRESS);
    }

    @Test
    void aRadioThatIsOffEndsLiveWithWhatToDo() {
        rig.bluez().power(false);
        assertThat(run("live --sensor ble:any --json --duration 3s")).isEqualTo(69);
        assertThat(out()).contains("\"sensorState\":\"FAILED\"", "bluetoothctl power on");
    }

    @Test
    void sensorsListsTheStrap() {
        assertThat(run("sensors --json --duration 2s")).isZero();
        assertThat(out()).contains("ble:" + PretendBluez.ADDRESS, PretendBluez.NAME, "-50");
    }
}
