package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorSearch;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.PretendBluez;

@Timeout(60)
class BleSearchTest {

    private static final BleTiming QUICK = new BleTiming(2_000, 50, 400, 10, 100, 60_000, 60_000, 5_000);

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final SensorSearch.Listener listener = new SensorSearch.Listener() {
        @Override
        public void found(FoundSensor sensor) {
            heard.add(sensor);
        }

        @Override
        public void gone(String address) {
            heard.add("gone " + address);
        }

        @Override
        public void problem(String text) {
            heard.add("problem " + text);
        }
    };
    private LightRig rig;
    private SensorSearch search;

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
        search = new BleSearch(rig.opener(), QUICK);
    }

    @AfterEach
    void stopRig() throws Exception {
        search.close();
        rig.close();
    }

    private Object next() throws InterruptedException {
        Object head = heard.poll(20, TimeUnit.SECONDS);
        assertThat(head).as("what should come within 20 s").isNotNull();
        return head;
    }

    private FoundSensor nextFound() throws InterruptedException {
        Object head = next();
        while (!(head instanceof FoundSensor found && found.signalDbm() != null)) {
            head = next();
        }
        return (FoundSensor) head;
    }

    @Test
    void aStrapIsFoundWithItsSignalAndTheScanEndsWithTheSearch() throws Exception {
        search.start(listener);
        FoundSensor found = nextFound();
        assertThat(found.description().address()).isEqualTo("ble:" + PretendBluez.ADDRESS);
        assertThat(found.description().name()).isEqualTo(PretendBluez.NAME);
        assertThat(found.signalDbm()).isEqualTo(-50);
        search.close();
        HeardEvents.until(() -> !rig.bluez().isDiscovering());
    }

    @Test
    void aStrapThatTheSystemForgetsIsGoneAndFoundAgain() throws Exception {
        search.start(listener);
        nextFound();
        rig.bluez().inReach(false);
        assertThat(next()).isEqualTo("gone ble:" + PretendBluez.ADDRESS);
        rig.bluez().inReach(true);
        nextFound();
    }

    @Test
    void troubleThatComesBackIsToldAgain() throws Exception {
        search.start(listener);
        for (int i = 0; i < 2; i++) {
            nextFound();
            rig.bluez().power(false);
            assertThat(next()).isEqualTo("gone ble:" + PretendBluez.ADDRESS);
            assertThat(next()).asString().startsWith("problem Bluetooth is switched off");
            rig.bluez().power(true);
        }
        nextFound();
    }

    @Test
    void aRadioThatWasOffForABlinkIsLookedThroughAgain() throws Exception {
        search.start(listener);
        nextFound();
        rig.bluez().power(false);
        rig.bluez().power(true);
        HeardEvents.until(() -> rig.bluez().isDiscovering());
        nextFound();
    }

    @Test
    void troubleIsToldOnceAndEndsByItself() throws Exception {
        rig.bluez().power(false);
        search.start(listener);
        assertThat(next()).asString().startsWith("problem Bluetooth is switched off");
        rig.bluez().power(true);
        assertThat(nextFound().signalDbm()).isEqualTo(-50);
        rig.stopDaemon();
        assertThat(next()).isEqualTo("gone ble:" + PretendBluez.ADDRESS);
        assertThat(next()).asString().startsWith("problem The Bluetooth service");
    }
}
