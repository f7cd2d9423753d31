package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.ble.bluez.BluezBackend;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.sensor.ble.rig.StrapOnAir;
import org.soothe.sensor.ble.rig.StrapPmd;
import org.soothe.sensor.ble.rig.VirtualMachine;
import org.soothe.sensor.ble.tinyb.TinybBackend;
import org.soothe.testing.External;
import org.soothe.time.SessionClock;

/** Sessions of the strap sensor through the real Bluetooth daemon, by both ways, over a link that breaks. */
@Tag("bluez-vm")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@External(
        program = {"qemu-system-x86_64", "socat", "cpio", "modprobe", "dpkg-deb"},
        install = "apt-get install qemu-system-x86 socat cpio kmod")
class RealBluetoothdTest {

    private static final String NAME = "Rig H10 0001";
    private static final int SESSIONS = Integer.getInteger("soothe.vm.sessions", 3);

    /** Sessions after which everything that is made once is there. */
    private static final int EARLY = 3;

    /** Looks, ten a second: longer than a thread of the bus library waits for more work. */
    private static final int LOOKS_AT_THREADS = 70;

    /** Frames of each stream at a time. */
    private static final int FRAMES = 5;

    /** As for people, but with less patience for a strap that is away. */
    private static final BleTiming TIMING = new BleTiming(20_000, 200, 120_000, 100, 2_000, 60_000, 60_000, 10_000);

    /** The same with less patience for a link that is silent: TinyB does not always notice that the daemon is gone. */
    private static final BleTiming IMPATIENT = new BleTiming(20_000, 200, 120_000, 100, 2_000, 60_000, 15_000, 10_000);

    private static VirtualMachine machine;

    private final List<Integer> delivered = new ArrayList<>();
    private int nextTick;
    private int nextFrame;
    private int frames;

    /** One for all: a process that has TinyB ends when the message bus does. */
    @BeforeAll
    static void startMachine() throws Exception {
        machine = new VirtualMachine();
    }

    private static BleBackend.Opener opener(String backend) {
        return switch (backend) {
            case "bluez" -> BluezBackend.at(machine.address(), "hci0");
            case "tinyb" -> () -> TinybBackend.open("hci0");
            default -> throw new IllegalArgumentException(backend);
        };
    }

    @Test
    void bluezLosesNothingTellsEveryGapAndDoesNotGrow() throws Exception {
        sessions("bluez");
    }

    @Test
    void tinybLosesNothingTellsEveryGapAndDoesNotGrow() throws Exception {
        sessions("tinyb");
    }

    @Test
    void bluezSurvivesADaemonThatCrashes() throws Exception {
        crash("bluez");
    }

    @Test
    void tinybSurvivesADaemonThatCrashes() throws Exception {
        crash("tinyb");
    }

    /** A sensor that listens, and the strap that it is to find. */
    private static final class Sitting implements AutoCloseable {

        private final EventQueue queue = new EventQueue(10_000);
        private final HeardEvents heard = new HeardEvents(queue);
        private final BleSensor sensor;
        private StrapOnAir strap = new StrapOnAir(machine.address(), NAME);

        Sitting(String backend, BleTiming timing) throws Exception {
            sensor = new BleSensor(
                    opener(backend), BleTarget.of(NAME), EnumSet.allOf(PmdStream.class), SessionClock.start(), timing);
            sensor.open(queue);
            heard.status(SensorState.CONNECTED);
        }

        @Override
        public void close() throws DBusException {
            sensor.close();
            strap.close();
        }
    }

    /** The daemon crashes in mid-session, and the system starts another one. */
    private void crash(String backend) throws Exception {
        Sitting sitting = new Sitting(backend, IMPATIENT);
        try (sitting) {
            beats(sitting, 20);
            machine.crashDaemon();
            sitting.heard.status(SensorState.LOST);
            sitting.strap.leave();
            sitting.strap = StrapOnAir.whenPossible(machine.address(), NAME);
            sitting.heard.status(SensorState.CONNECTED);
            beats(sitting, 20);
            waves(sitting);
        }
        sitting.heard.drain();
        sitting.heard.all(SensorStatus.class).forEach(System.out::println);
        assertThat(sitting.heard.ticks()).isEqualTo(delivered);
        assertThat(sitting.heard.states()).doesNotContain(SensorState.FAILED);
    }

    private void sessions(String backend) throws Exception {
        List<String> threadsEarly = List.of();
        long bytesEarly = 0;
        for (int session = 1; session <= SESSIONS; session++) {
            long startNs = System.nanoTime();
            session(backend);
            System.out.printf(
                    "session %d: %d ms, then %d kB%n",
                    session, (System.nanoTime() - startNs) / 1_000_000, usedBytes() / 1000);
            if (session == Math.min(SESSIONS, EARLY)) {
                threadsEarly = lastingThreads();
                bytesEarly = usedBytes();
            }
        }
        List<String> threads = lastingThreads();
        long grownBytes = usedBytes() - bytesEarly;
        System.out.printf(
                "%s: %d sessions, %d packets and %d frames delivered and heard, threads %d then %d, heap %+d kB%n",
                backend, SESSIONS, delivered.size(), frames, threadsEarly.size(), threads.size(), grownBytes / 1000);
        assertThat(threads).hasSizeLessThanOrEqualTo(threadsEarly.size());
        assertThat(grownBytes).isLessThan(4_000_000);
    }

    /** Returns the names of the threads that stay: those of a closed connection may need a moment to end. */
    private static List<String> lastingThreads() throws InterruptedException {
        Set<Thread> lasting = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < LOOKS_AT_THREADS; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            lasting = lasting.stream().filter(Thread::isAlive).collect(Collectors.toSet());
        }
        return lasting.stream().map(Thread::getName).sorted().toList();
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            runtime.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** One session: beats, ECG and acceleration; the link breaks; the strap goes off the air and comes back as another one. */
    private void session(String backend) throws Exception {
        int from = delivered.size();
        Sitting sitting = new Sitting(backend, TIMING);
        HeardEvents heard = sitting.heard;
        try (sitting) {
            beats(sitting, 20);
            waves(sitting);
            sitting.strap.dropLink();
            awaitReturn(heard);
            beats(sitting, 20);
            waves(sitting);
            sitting.strap.close();
            heard.status(SensorState.LOST);
            sitting.strap = new StrapOnAir(machine.address(), NAME);
            heard.status(SensorState.CONNECTED);
            beats(sitting, 20);
            waves(sitting);
        }
        heard.drain();
        assertThat(heard.ticks()).isEqualTo(delivered.subList(from, delivered.size()));
        assertThat(heard.states()).doesNotContain(SensorState.FAILED);
        assertThat(heard.all(SensorStatus.class).stream().filter(status -> status.state() == SensorState.LOST))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(heard.all(SensorIdentity.class).get(0).details()).contains("model R10", "place chest");
    }

    private static void awaitReturn(HeardEvents heard) throws InterruptedException {
        heard.status(SensorState.LOST);
        heard.status(SensorState.RECONNECTING);
        heard.status(SensorState.CONNECTED);
    }

    /** Sends packets, each counted as delivered when the daemon had a listener, and hears the last of them. */
    private void beats(Sitting sitting, int count) throws InterruptedException {
        StrapOnAir strap = sitting.strap;
        HeardEvents.until(() -> strap.strap().heartRate().isNotifying());
        int last = -1;
        for (int i = 0; i < count; i++) {
            int tick = 300 + nextTick++ % 60_000;
            if (strap.strap().send(StrapBytes.measurement(60, tick))) {
                delivered.add(tick);
                last = tick;
            }
        }
        int awaited = last;
        sitting.heard.next(
                RrPacket.class,
                packet -> packet.rr().size() > 0 && (int) packet.rr().raw(0) == awaited);
    }

    /** Frames of both streams, as many samples out as in. */
    private void waves(Sitting sitting) throws InterruptedException {
        StrapOnAir strap = sitting.strap;
        HeardEvents heard = sitting.heard;
        List<Integer> both = List.of(StrapPmd.ECG, StrapPmd.ACC);
        for (int i = 0; i < 400 && !strap.strap().pmd().running().containsAll(both); i++) {
            heard.drain();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(strap.strap().pmd().running()).as("after %s", heard.all()).containsAll(both);
        List<Integer> expectedEcg = new ArrayList<>();
        List<Integer> expectedZ = new ArrayList<>();
        int heardBefore = heard.all().size();
        long strapNs = 599_616_000_000_000_000L;
        for (int frame = 1; frame <= FRAMES; frame++) {
            long lastNs = strapNs + frame * 561_538_461L;
            int number = nextFrame++ % 30_000;
            assertThat(strap.strap().pmd().send(StrapPmd.ecgFrame(lastNs, numbered(73, number))))
                    .isTrue();
            assertThat(strap.strap().pmd().send(StrapPmd.accFrame(lastNs, numbered(3 * 28, number))))
                    .isTrue();
            expectedEcg.add(number);
            expectedZ.add(number);
        }
        int last = expectedZ.get(expectedZ.size() - 1);
        heard.next(
                Waveform.class,
                wave -> wave.kind() == WaveformKind.ACCELERATION_Z_MILLI_G
                        && wave.samples().get(0) == last);
        List<Event> since = heard.all().subList(heardBefore, heard.all().size());
        assertThat(numbers(since, WaveformKind.ECG_MICROVOLT, 73)).isEqualTo(expectedEcg);
        assertThat(numbers(since, WaveformKind.ACCELERATION_Z_MILLI_G, 28)).isEqualTo(expectedZ);
        frames += 2 * FRAMES;
    }

    private static int[] numbered(int values, int number) {
        int[] all = new int[values];
        Arrays.fill(all, number);
        return all;
    }

    /** Returns the number that each frame of a kind carries in all of its samples. */
    private static List<Integer> numbers(List<Event> events, WaveformKind kind, int samples) {
        return events.stream()
                .filter(Waveform.class::isInstance)
                .map(Waveform.class::cast)
                .filter(wave -> wave.kind() == kind && wave.samples().size() == samples)
                .map(wave -> wave.samples().get(0))
                .toList();
    }
}
