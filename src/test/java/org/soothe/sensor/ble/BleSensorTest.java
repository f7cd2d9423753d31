package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.EnergyExpended;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.PretendBluez;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.time.SessionClock;

/** The strap sensor on a pretend daemon on a real message bus. */
@Timeout(120)
class BleSensorTest {

    /** As for people, but quick. */
    private static final BleTiming QUICK = new BleTiming(2_000, 50, 400, 10, 100, 60_000, 60_000, 5_000);

    private LightRig rig;
    private final List<BleSensor> opened = new ArrayList<>();
    private final SessionClock clock = SessionClock.start();
    private final EventQueue queue = new EventQueue(10_000);
    private final HeardEvents heard = new HeardEvents(queue);

    @BeforeEach
    void startRig() throws Exception {
        rig = new LightRig();
    }

    @AfterEach
    void stopRig() throws Exception {
        opened.forEach(BleSensor::close);
        rig.close();
    }

    private BleSensor open(String target, BleTiming timing) {
        BleSensor sensor = new BleSensor(rig.opener(), BleTarget.of(target), Set.of(), clock, timing);
        opened.add(sensor);
        sensor.open(queue);
        return sensor;
    }

    private BleSensor open() {
        return open("any", QUICK);
    }

    /** Sends as soon as somebody listens. */
    private void send(byte[] bytes) throws InterruptedException {
        HeardEvents.until(() -> rig.bluez().send(bytes));
    }

    @ParameterizedTest(name = "ble:{0}")
    @ValueSource(strings = {"any", "", "rig h10 0001", "H10", PretendBluez.ADDRESS, "c0:ff:ee:00:00:01"})
    void aStrapIsFoundByNameByAddressOrAsTheOnlyOne(String target) throws Exception {
        BleSensor sensor = open(target, QUICK);
        SensorIdentity identity = heard.next(SensorIdentity.class, any -> true);
        assertThat(identity.name()).isEqualTo(PretendBluez.NAME);
        assertThat(identity.address()).isEqualTo(PretendBluez.ADDRESS);
        assertThat(identity.source()).isEqualTo(BeatSource.STRAP);
        assertThat(identity.details()).isEqualTo("maker Rig Electro, model R10, firmware 3.1.4, place chest");
        assertThat(heard.states()).containsExactly(SensorState.SEARCHING, SensorState.CONNECTED);
        assertThat(sensor.describe().address()).startsWith("ble:");
    }

    @Test
    void whatSitsAtTheWristFeelsThePulseAndIsToldSo() throws Exception {
        rig.bluez().place(2);
        open();
        SensorIdentity identity = heard.next(SensorIdentity.class, any -> true);
        assertThat(identity.source()).isEqualTo(BeatSource.PULSE);
        assertThat(identity.details()).endsWith("place wrist");
    }

    @Test
    void aNameIsFitForATerminalAndNeverEmpty() throws Exception {
        Map<String, String> shownByName = Map.of(
                "", PretendBluez.ADDRESS, " ", PretendBluez.ADDRESS, "a\u001b[2Jb\nc", "a [2Jb c", "Gürt ❤ ", "Gürt ❤");
        for (Map.Entry<String, String> each : shownByName.entrySet()) {
            rig.bluez().rename(each.getKey());
            BleSensor sensor = open();
            assertThat(heard.status(SensorState.CONNECTED).reason())
                    .startsWith("Connected to " + each.getValue() + ". ");
            assertThat(heard.next(SensorIdentity.class, any -> true).name()).isEqualTo(each.getValue());
            sensor.close();
        }
    }

    @Test
    void ofTwoStrapsOfOneNameTheNearerIsTaken() throws Exception {
        rig.bluez().neighbour("C0:FF:EE:00:00:00", PretendBluez.NAME, -80);
        rig.bluez().neighbour("C0:FF:EE:00:00:02", "My " + PretendBluez.NAME, -30);
        open(PretendBluez.NAME, new BleTiming(2_000, 1_000, 10_000, 10, 100, 60_000, 60_000, 5_000));
        assertThat(heard.next(SensorIdentity.class, any -> true).address()).isEqualTo(PretendBluez.ADDRESS);
        assertThat(heard.states()).containsExactly(SensorState.SEARCHING, SensorState.CONNECTED);
    }

    @Test
    void aServiceThatIsRestartedDuringTheFirstSearchIsWaitedFor() throws Exception {
        rig.bluez().inReach(false);
        open("any", new BleTiming(20_000, 50, 60_000, 10, 100, 60_000, 60_000, 5_000));
        HeardEvents.until(() -> rig.bluez().isDiscovering());
        rig.stopDaemon();
        heard.next(SensorStatus.class, status -> status.reason().contains("does not answer"));
        rig.startDaemon();
        heard.status(SensorState.CONNECTED);
        assertThat(heard.states()).doesNotContain(SensorState.FAILED);
    }

    @Test
    void aCallerThatWasInterruptedLeavesNoThreadBehind() throws Exception {
        BleSensor sensor = open();
        heard.status(SensorState.CONNECTED);
        Thread.currentThread().interrupt();
        sensor.close();
        assertThat(Thread.interrupted()).isTrue();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("sensor-ble")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(rig.bluez().strap()).isNull();
    }

    @Test
    void heartRateIntervalsContactEnergyAndBatteryBecomeEvents() throws Exception {
        BleSensor sensor = open();
        send(new byte[] {0x1E, 70, 10, 0, 0x70, 3, 0x66, 3});
        RrPacket packet = heard.next(RrPacket.class, any -> true);
        assertThat(packet.heartRateBpm()).isEqualTo(70);
        assertThat(packet.rr().size()).isEqualTo(2);
        assertThat(packet.rr().raw(0)).isEqualTo(880);
        assertThat(heard.next(EnergyExpended.class, any -> true).energyKiloJouleCount())
                .isEqualTo(10);
        rig.bluez().battery(87);
        assertThat(heard.next(BatteryLevel.class, any -> true).levelPercent()).isEqualTo(87);
        assertThat(heard.states()).endsWith(SensorState.CONNECTED, SensorState.STREAMING);
        assertThatThrownBy(() -> sensor.open(queue)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void connectedIsNotStreamingUntilIntervalsCome() throws Exception {
        BleSensor sensor = open();
        send(StrapBytes.measurement(60));
        heard.next(RrPacket.class, any -> true);
        assertThat(heard.states()).endsWith(SensorState.CONNECTED);
        send(StrapBytes.measurement(60, 1024));
        heard.status(SensorState.STREAMING);
        assertThat(sensor.describe().kind()).isEqualTo("ble");
    }

    @Test
    void aBrokenLinkIsToldAndMadeAnewInTheSameSession() throws Exception {
        BleSensor sensor = open();
        for (int round = 1; round <= 3; round++) {
            send(StrapBytes.measurement(60, round));
            heard.next(RrPacket.class, any -> true);
            rig.bluez().dropLink();
            assertThat(heard.status(SensorState.LOST).reason()).contains("connection to the strap broke");
            heard.status(SensorState.RECONNECTING);
            heard.status(SensorState.CONNECTED);
        }
        send(StrapBytes.measurement(60, 4));
        heard.status(SensorState.STREAMING);
        heard.next(RrPacket.class, any -> true);
        assertThat(heard.ticks()).containsExactly(1, 2, 3, 4);
        assertThat(heard.all(SensorIdentity.class)).hasSize(1);
        assertThat(sensor.describe().name()).isEqualTo("a heart rate strap");
    }

    @Test
    void servicesThatAreResolvedTwiceAreListenedToAgain() throws Exception {
        open();
        send(StrapBytes.measurement(60, 1));
        heard.next(RrPacket.class, any -> true);
        rig.bluez().renewServices();
        heard.status(SensorState.LOST);
        heard.status(SensorState.CONNECTED);
        send(StrapBytes.measurement(60, 2));
        heard.next(RrPacket.class, any -> true);
        assertThat(heard.ticks()).containsExactly(1, 2);
    }

    @Test
    void aFaultOfALibraryIsToldAndTriedAgain() throws Exception {
        AtomicInteger faults = new AtomicInteger(2);
        BleBackend.Opener faulty = () -> {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("a fault");
            }
            return rig.opener().open();
        };
        BleTiming patient = new BleTiming(2_000, 50, 60_000, 10, 100, 60_000, 60_000, 5_000);
        BleSensor sensor = new BleSensor(faulty, BleTarget.any(), Set.of(), clock, patient);
        opened.add(sensor);
        sensor.open(queue);
        assertThat(heard.next(SensorStatus.class, status -> status.reason().contains("a fault"))
                        .state())
                .isEqualTo(SensorState.SEARCHING);
        heard.status(SensorState.CONNECTED);
    }

    @Test
    void aPacketThatCannotBeReadIsLeftOutExplainedOnceAndEndsTheSegment() throws Exception {
        open();
        send(StrapBytes.measurement(60, 1));
        send(new byte[] {0x16, 60, 1});
        send(StrapBytes.measurement(60, 2));
        send(new byte[0]);
        send(new byte[] {0x10});
        send(StrapBytes.measurement(60, 3));
        heard.next(RrPacket.class, packet -> packet.rr().raw(0) == 3);
        assertThat(heard.ticks()).containsExactly(1, 2, 3);
        assertThat(heard.states())
                .endsWith(
                        SensorState.STREAMING,
                        SensorState.SILENT,
                        SensorState.STREAMING,
                        SensorState.SILENT,
                        SensorState.STREAMING);
        assertThat(heard.all(SensorStatus.class).stream().map(SensorStatus::reason))
                .contains("A packet of the strap cannot be read (rr_interval_cut_off at byte 2) and was left out."
                        + " Further ones are counted.")
                .contains("Another packet cannot be read and was left out: 2 so far.");
    }

    @Test
    void lostContactIsSilenceThatSaysWhatToDo() throws Exception {
        open();
        send(StrapBytes.measurement(60, 1));
        send(new byte[] {0x14, 60, 2, 0});
        assertThat(heard.status(SensorState.SILENT).reason()).contains("feels no skin", "Moisten");
        send(StrapBytes.measurement(60, 3));
        heard.status(SensorState.STREAMING);
    }

    @Test
    void aStrapThatSaysNothingIsSilentAndThenConnectedAnew() throws Exception {
        open("any", new BleTiming(2_000, 50, 400, 10, 100, 300, 1_500, 5_000));
        send(StrapBytes.measurement(60, 1));
        assertThat(heard.status(SensorState.SILENT).reason()).contains("Nothing came from the strap");
        assertThat(heard.status(SensorState.LOST).reason()).contains("did not answer in time");
        heard.status(SensorState.RECONNECTING);
        heard.status(SensorState.CONNECTED);
        assertThat(rig.bluez().disconnects()).isEqualTo(1);
    }

    @Test
    void everythingThatWasDeliveredComesThroughASmallQueue() throws Exception {
        EventQueue small = new EventQueue(1);
        HeardEvents late = new HeardEvents(small);
        BleSensor sensor = new BleSensor(rig.opener(), BleTarget.any(), Set.of(), clock, QUICK);
        sensor.open(small);
        for (int i = 0; i < 300; i++) {
            send(StrapBytes.measurement(60, i));
        }
        late.next(RrPacket.class, packet -> packet.rr().raw(0) == 299);
        assertThat(late.ticks()).isEqualTo(IntStream.range(0, 300).boxed().toList());
        sensor.close();
    }

    @Test
    void whatAPersonMustMendFirstFailsAtOnceWithWhatToDo() throws Exception {
        rig.bluez().power(false);
        open();
        assertThat(heard.status(SensorState.FAILED).reason()).contains("switched off", "bluetoothctl power on");
        rig.bluez().plug(false);
        open();
        assertThat(heard.status(SensorState.FAILED).reason()).contains("no Bluetooth adapter");
        rig.stopDaemon();
        open();
        assertThat(heard.status(SensorState.FAILED).reason()).contains("systemctl start bluetooth");
    }

    @Test
    void aStrapThatNeverShowsUpIsGivenUpWithWhatToDo() throws Exception {
        rig.bluez().inReach(false);
        open("any", new BleTiming(300, 50, 700, 10, 100, 60_000, 60_000, 5_000));
        assertThat(heard.status(SensorState.FAILED).reason())
                .contains("not found", "moist electrodes", "any other phone, watch or computer");
    }

    @Test
    void aStrapThatAnotherHostTakesMidwayIsWaitedFor() throws Exception {
        open("any", new BleTiming(300, 50, 700, 10, 100, 60_000, 60_000, 5_000));
        send(StrapBytes.measurement(60, 1));
        heard.status(SensorState.STREAMING);
        rig.bluez().inReach(false);
        heard.status(SensorState.LOST);
        heard.next(SensorStatus.class, status -> status.reason().contains("any other phone"));
        rig.bluez().inReach(true);
        heard.status(SensorState.CONNECTED);
    }

    @Test
    void aDeviceWithoutHeartRateIsRefused() throws Exception {
        rig.bluez().hideHeartRate(1);
        open();
        assertThat(heard.status(SensorState.FAILED).reason()).contains("no heart rate service", "another device");
    }

    /** As seen on a real daemon once in twenty: the services of a strap that came back were not there yet. */
    @Test
    void aStrapThatShowsItsServicesLateWhenItComesBackIsTriedAgain() throws Exception {
        open();
        send(StrapBytes.measurement(60, 1));
        heard.status(SensorState.STREAMING);
        rig.bluez().hideHeartRate(2);
        rig.bluez().dropLink();
        heard.status(SensorState.LOST);
        assertThat(heard.next(SensorStatus.class, status -> status.reason().contains("no heart rate service"))
                        .state())
                .isEqualTo(SensorState.RECONNECTING);
        heard.status(SensorState.CONNECTED);
        send(StrapBytes.measurement(60, 2));
        heard.status(SensorState.STREAMING);
    }

    @Test
    void refusedAndAbortedAttemptsAreRepeated() throws Exception {
        rig.bluez().refuseConnects("le-connection-refused", "le-connection-abort-by-local", "br-connection-unknown");
        open("any", new BleTiming(2_000, 50, 60_000, 10, 100, 60_000, 60_000, 5_000));
        heard.status(SensorState.CONNECTED);
        assertThat(heard.all(SensorStatus.class).stream().map(SensorStatus::reason))
                .anyMatch(words -> words.contains("one device at a time"));
    }

    @Test
    void aRestartedDaemonAnUnpluggedRadioAndARestartedBusAreSurvived() throws Exception {
        open();
        List<Trouble> troubles = List.of(
                () -> {
                    rig.stopDaemon();
                    rig.startDaemon();
                },
                () -> {
                    rig.bluez().plug(false);
                    rig.bluez().plug(true);
                },
                () -> {
                    rig.bluez().power(false);
                    rig.bluez().power(true);
                },
                () -> {
                    rig.stopBus();
                    rig.startBus();
                    rig.startDaemon();
                });
        for (int i = 0; i < troubles.size(); i++) {
            send(StrapBytes.measurement(60, i));
            heard.next(RrPacket.class, any -> true);
            troubles.get(i).strike();
            heard.status(SensorState.LOST);
            heard.status(SensorState.CONNECTED);
        }
        assertThat(heard.states()).doesNotContain(SensorState.FAILED);
        assertThat(heard.ticks()).containsExactly(0, 1, 2, 3);
    }

    @FunctionalInterface
    private interface Trouble {
        void strike() throws Exception;
    }

    @Test
    void closingLetsGoOfTheStrapAlsoInTheMidstOfConnecting() throws Exception {
        BleSensor streaming = open();
        heard.status(SensorState.CONNECTED);
        streaming.close();
        streaming.close();
        assertThat(rig.bluez().strap()).isNull();
        rig.bluez().neverAnswerConnects(true);
        BleSensor connecting = open();
        heard.status(SensorState.SEARCHING);
        HeardEvents.until(() -> rig.bluez().isConnecting());
        connecting.close();
        assertThat(rig.bluez().isDiscovering()).isFalse();
    }
}
