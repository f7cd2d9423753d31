package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.ble.rig.LightRig;
import org.soothe.sensor.ble.rig.Strap;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.sensor.ble.rig.StrapPmd;
import org.soothe.time.SessionClock;

/**
 * A strap's packets and its frames of ECG and acceleration as fast as they go, with forced disconnects, restarts and
 * malformed packets. {@code -Dsoothe.soak=full} plays 30 minutes of packets, one a second, with 200 disconnects; else three
 * minutes with 20.
 */
@Timeout(900)
class BleSoakTest {

    private static final long SEED = 20261125;
    private static final BleTiming QUICK = new BleTiming(5_000, 20, 60_000, 10, 50, 60_000, 60_000, 5_000);
    private static final long BLINK_NS = 1_000_000;
    private static final int PATIENCE = 20_000;

    /** Where the clock of a strap begins, and the time of a frame of 73 samples, 130 a second. */
    private static final long STRAP_NS = 599_616_000_000_000_000L;

    private static final long FRAME_NS = 561_538_461;

    /** Heap that a run may hold on to: less than what 200 connections would leave behind at 20 kB each. */
    private static final long GROWTH_BYTES = 4_000_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final EventQueue queue = new EventQueue(64);
    private final SoakRecord record = new SoakRecord();
    private final List<Integer> delivered = new ArrayList<>();
    private final Set<Integer> expectedGaps = new TreeSet<>();
    private final List<Integer> deliveredEcg = new ArrayList<>();
    private final List<Integer> deliveredAcc = new ArrayList<>();
    private int frames;
    private int sent;
    private int malformed;
    private int restarts;

    @Test
    void nothingDeliveredIsLostEveryGapIsRecordedAndNothingGrows() throws Exception {
        boolean full = "full".equals(System.getProperty("soothe.soak"));
        int packets = full ? 1_800 : 180;
        int disconnects = full ? 200 : 20;
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long heapBefore = 0;
        int threadsBefore = 0;
        try (LightRig rig = new LightRig()) {
            BleSensor sensor = new BleSensor(
                    rig.opener(), BleTarget.any(), EnumSet.allOf(PmdStream.class), SessionClock.start(), QUICK);
            sensor.open(queue);
            Set<Integer> strikes = strikes(packets, disconnects);
            int struck = 0;
            for (int second = 0; second < packets; second++) {
                if (strikes.contains(second)) {
                    strike(rig, struck++);
                    expectedGaps.add(sent);
                }
                send(rig);
                awaitStreams(rig);
                sendFrames(rig);
                if (second == packets / 4) {
                    settle();
                    heapBefore = liveHeapBytes();
                    threadsBefore = Thread.activeCount();
                }
            }
            settle();
            long grownBytes = liveHeapBytes() - heapBefore;
            int grownThreads = Thread.activeCount() - threadsBefore;
            System.out.printf(
                    "soak: %d packets, %d delivered intervals, %d ECG and %d ACC frames, %d disconnects (%d restarts of a service, a bus or a radio),"
                            + " %d malformed, %d gaps, heap %+d kB, threads %+d%n",
                    packets,
                    delivered.size(),
                    deliveredEcg.size(),
                    deliveredAcc.size(),
                    struck,
                    restarts,
                    malformed,
                    record.gaps().size(),
                    grownBytes / 1000,
                    grownThreads);
            assertThat(record.numbers()).hasSameSizeAs(delivered).isEqualTo(delivered);
            assertThat(record.ecgFrames()).isEqualTo(deliveredEcg);
            assertThat(record.accFrames()).isEqualTo(deliveredAcc);
            expectedGaps.remove(0);
            assertThat(record.gaps())
                    .containsAll(expectedGaps.stream()
                            .filter(record.numbers()::contains)
                            .toList());
            assertThat(record.lost()).isEqualTo(disconnects);
            assertThat(record.identities()).isEqualTo(1);
            assertThat(record.failed()).isZero();
            assertThat(record.backwards()).isZero();
            assertThat(grownBytes).isLessThan(GROWTH_BYTES);
            assertThat(grownThreads).isLessThanOrEqualTo(2);
            sensor.close();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().matches("sensor-ble.*|ble-.*|DBus.*")) {
                thread.join(40_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private Set<Integer> strikes(int packets, int count) {
        Set<Integer> strikes = new TreeSet<>();
        while (strikes.size() < count) {
            strikes.add(1 + random.nextInt(packets - 1));
        }
        return strikes;
    }

    private void strike(LightRig rig, int number) throws Exception {
        if (number % 5 != 4) {
            rig.bluez().dropLink();
            return;
        }
        restarts++;
        switch (number / 5 % 4) {
            case 0 -> {
                rig.stopDaemon();
                rig.startDaemon();
            }
            case 1 -> {
                rig.bluez().plug(false);
                rig.bluez().plug(true);
            }
            case 2 -> {
                rig.bluez().power(false);
                rig.bluez().power(true);
            }
            default -> {
                settle();
                rig.stopBus();
                rig.startBus();
                rig.startDaemon();
            }
        }
    }

    /** Sends one packet, now and then with several intervals, and before one in twenty a malformed one. */
    private void send(LightRig rig) throws InterruptedException {
        if (random.nextInt(20) == 0) {
            deliver(rig, new byte[] {0x16, 60, 1});
            malformed++;
            expectedGaps.add(sent);
        }
        int[] numbers = new int[1 + (random.nextInt(10) == 0 ? random.nextInt(4) : 0)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = sent++;
        }
        deliver(rig, StrapBytes.measurement(60, numbers));
        for (int number : numbers) {
            delivered.add(number);
        }
    }

    /** After each connection the sensor starts both streams again. */
    private void awaitStreams(LightRig rig) throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            Strap strap = rig.bluez().strap();
            if (strap != null && strap.pmd().running().containsAll(List.of(StrapPmd.ECG, StrapPmd.ACC))) {
                return;
            }
            record.take(queue, BLINK_NS);
        }
        throw new AssertionError("the streams do not start");
    }

    /** Sends a frame of each stream; its samples are its number. */
    private void sendFrames(LightRig rig) {
        int number = frames++ % 30_000;
        long lastNs = STRAP_NS + frames * FRAME_NS;
        int[] ecg = new int[73];
        Arrays.fill(ecg, number);
        assertThat(rig.bluez().sendFrame(StrapPmd.ecgFrame(lastNs, ecg))).isTrue();
        deliveredEcg.add(number);
        int[] acc = new int[3 * 28];
        Arrays.fill(acc, number);
        assertThat(rig.bluez().sendFrame(StrapPmd.accFrame(lastNs, acc))).isTrue();
        deliveredAcc.add(number);
    }

    private void deliver(LightRig rig, byte[] bytes) throws InterruptedException {
        while (!rig.bluez().send(bytes)) {
            record.take(queue, BLINK_NS);
        }
    }

    /** Waits until everything that was delivered has come out. */
    private void settle() throws InterruptedException {
        for (int i = 0; i < PATIENCE && !hasAll(); i++) {
            record.take(queue, BLINK_NS);
        }
    }

    private boolean hasAll() {
        return record.numbers().size() >= delivered.size()
                && record.ecgFrames().size() >= deliveredEcg.size()
                && record.accFrames().size() >= deliveredAcc.size();
    }

    private static long liveHeapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
