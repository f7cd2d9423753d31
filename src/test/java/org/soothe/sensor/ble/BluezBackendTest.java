package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.sensor.ble.bluez.BluezBackend;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.PretendBluez;
import org.soothe.sensor.ble.rig.StrapBytes;

/** The BlueZ backend against a pretend daemon on a real message bus. */
@Timeout(60)
class BluezBackendTest {

    private static final byte[] BEAT = StrapBytes.measurement(60, 1024);

    private LightRig rig;
    private final BlockingQueue<BleDevice> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final BleLinkListener listener = new BleLinkListener() {
        @Override
        public void received(UUID characteristic, byte[] value) {
            heard.add(value);
        }

        @Override
        public void lost(BleProblem problem, String detail) {
            heard.add(problem);
        }
    };

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
    }

    @AfterEach
    void stopRig() throws Exception {
        rig.close();
    }

    private BleLink connect(BleBackend backend) throws Exception {
        backend.scan(seen::add);
        assertThat(next(seen).address()).isEqualTo(PretendBluez.ADDRESS);
        return backend.connect(PretendBluez.ADDRESS, listener);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T head = queue.poll(20, TimeUnit.SECONDS);
        assertThat(head).as("what should come within 20 s").isNotNull();
        return head;
    }

    private static void assertProblem(ThrowingCallable call, BleProblem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BleException.class,
                        e -> assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem));
    }

    @Test
    void aScanTellsNameSignalAndServiceOfAStrapAndEndsBeforeConnecting() throws Exception {
        try (BleBackend backend = rig.opener().open()) {
            backend.scan(seen::add);
            BleDevice device = next(seen);
            while (device.rssiDbm() == null) {
                device = next(seen);
            }
            assertThat(device)
                    .isEqualTo(new BleDevice(PretendBluez.ADDRESS, PretendBluez.NAME, true, true, false, -50, null));
            assertThat(rig.bluez().isDiscovering()).isTrue();
            backend.connect(PretendBluez.ADDRESS, listener);
            assertThat(rig.bluez().isDiscovering()).isFalse();
        }
    }

    @Test
    void valuesAreReadAndNotificationsHeardInOrder() throws Exception {
        try (BleBackend backend = rig.opener().open();
                BleLink link = connect(backend)) {
            assertThat(link.characteristics())
                    .contains(GattUuid.HEART_RATE_MEASUREMENT, GattUuid.BATTERY_LEVEL, GattUuid.PMD_DATA);
            assertThat(link.read(GattUuid.BODY_SENSOR_LOCATION)).containsExactly(1);
            link.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
            for (int i = 0; i < 500; i++) {
                assertThat(rig.bluez().send(StrapBytes.measurement(60, i))).isTrue();
            }
            for (int i = 0; i < 500; i++) {
                assertThat(next(heard)).isEqualTo(StrapBytes.measurement(60, i));
            }
        }
    }

    @Test
    void theBatteryThatTheDaemonReadsComesAsAValue() throws Exception {
        try (BleBackend backend = rig.opener().open();
                BleLink link = connect(backend)) {
            link.subscribe(GattUuid.BATTERY_LEVEL);
            rig.bluez().battery(87);
            assertThat(next(heard)).isEqualTo(new byte[] {87});
            rig.bluez().battery(86);
            assertThat(next(heard)).isEqualTo(new byte[] {86});
            assertThat(link.read(GattUuid.BATTERY_LEVEL)).containsExactly(86);
        }
    }

    @Test
    void aBrokenLinkIsToldOnceAndBehindEveryValue() throws Exception {
        try (BleBackend backend = rig.opener().open();
                BleLink link = connect(backend)) {
            link.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
            rig.bluez().send(BEAT);
            rig.bluez().dropLink();
            assertThat(next(heard)).isEqualTo(BEAT);
            assertThat(next(heard)).isEqualTo(BleProblem.LINK_LOST);
            assertThat(rig.bluez().send(BEAT)).isFalse();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void nothingIsToldAfterClose() throws Exception {
        BleBackend backend = rig.opener().open();
        BleLink link = connect(backend);
        link.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
        link.close();
        backend.close();
        assertThat(rig.bluez().strap()).isNull();
        assertThat(heard).isEmpty();
    }

    @Test
    void aDaemonThatLeavesEndsLinkAndBackend() throws Exception {
        try (BleBackend backend = rig.opener().open();
                BleLink link = connect(backend)) {
            link.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
            rig.bluez().send(BEAT);
            rig.stopDaemon();
            assertThat(next(heard)).isEqualTo(BEAT);
            assertThat(next(heard)).isIn(BleProblem.DAEMON_GONE, BleProblem.LINK_LOST);
            assertProblem(backend::requireReady, BleProblem.DAEMON_GONE);
        }
    }

    @Test
    void aBusThatEndsEndsTheBackendToo() throws Exception {
        try (BleBackend backend = rig.opener().open();
                BleLink link = connect(backend)) {
            link.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
            rig.stopBus();
            assertThat(next(heard)).isIn(BleProblem.DAEMON_GONE, BleProblem.LINK_LOST);
        }
    }

    @Test
    void anAdapterThatIsOffOrGoneHasItsName() throws Exception {
        rig.bluez().power(false);
        try (BleBackend backend = rig.opener().open()) {
            assertProblem(backend::requireReady, BleProblem.POWERED_OFF);
            assertProblem(() -> backend.scan(seen::add), BleProblem.POWERED_OFF);
        }
        rig.bluez().plug(false);
        try (BleBackend backend = rig.opener().open()) {
            assertProblem(backend::requireReady, BleProblem.NO_ADAPTER);
        }
        rig.bluez().plug(true);
        rig.bluez().power(true);
        try (BleBackend backend = BluezBackend.at(rig.address(), "hci7").open()) {
            assertProblem(backend::requireReady, BleProblem.NO_ADAPTER);
        }
    }

    @Test
    void eachFailedConnectionHasItsName() throws Exception {
        try (BleBackend backend = rig.opener().open()) {
            assertProblem(() -> backend.connect("00:00:00:00:00:00", listener), BleProblem.NOT_FOUND);
            backend.scan(seen::add);
            next(seen);
            rig.bluez().refuseConnects("le-connection-refused", "le-connection-abort-by-local");
            assertProblem(() -> backend.connect(PretendBluez.ADDRESS, listener), BleProblem.REFUSED);
            assertProblem(() -> backend.connect(PretendBluez.ADDRESS, listener), BleProblem.LINK_LOST);
        }
    }

    @Test
    void aMissingDaemonAndAMissingBusHaveTheirNames() throws Exception {
        rig.stopDaemon();
        assertProblem(() -> rig.opener().open(), BleProblem.NO_DAEMON);
        rig.stopBus();
        assertProblem(() -> rig.opener().open(), BleProblem.NO_DAEMON);
    }
}
