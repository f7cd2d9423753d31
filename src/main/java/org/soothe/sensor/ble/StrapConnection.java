package org.soothe.sensor.ble;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SensorState;
import org.soothe.time.SessionClock;

/** One connection to a strap, from its beginning to its end. Made and watched by the thread of the sensor. */
final class StrapConnection implements BleLinkListener, AutoCloseable {

    private static final long SLICE_MS = 250;

    /** What is told as a loss of the link, by whoever watches it. */
    private static final Set<BleProblem> ENDS_THE_LINK =
            EnumSet.of(BleProblem.LINK_LOST, BleProblem.DAEMON_GONE, BleProblem.NO_DAEMON, BleProblem.CLOSED);

    private final StrapReporter reporter;
    private final StrapOutbox outbox;
    private final SessionClock clock;
    private final BleTiming timing;
    private final BlockingQueue<BleException> losses = new LinkedBlockingQueue<>();
    private volatile @Nullable PmdClient pmd;
    private @Nullable BleLink link;
    private long connectedNs;

    StrapConnection(StrapReporter reporter, StrapOutbox outbox, SessionClock clock, BleTiming timing) {
        this.reporter = reporter;
        this.outbox = outbox;
        this.clock = clock;
        this.timing = timing;
    }

    /** Connects, learns who it is, and turns on what it sends. Heartbeats first; the rest may fail. */
    void open(BleBackend radio, BleDevice device, StrapIdentity identity, Set<PmdStream> streams)
            throws BleException, InterruptedException {
        BleLink opened = radio.connect(device.address(), this);
        link = opened;
        connectedNs = clock.nowNs();
        if (!opened.characteristics().contains(GattUuid.HEART_RATE_MEASUREMENT)) {
            throw new BleException(
                    BleProblem.NOT_OFFERED,
                    device.name()
                            + " shows no heart rate service; if it is no heart rate strap, choose another device");
        }
        reporter.say(SensorState.CONNECTED, "Connected to " + device.name() + ". Intervals follow soon.");
        try {
            identity.tell(device, opened);
            opened.subscribe(GattUuid.HEART_RATE_MEASUREMENT);
        } catch (BleException e) {
            lost(e.problem(), clock.nowNs());
            throw e;
        }
        turnOnTheRest(opened, streams);
    }

    private void turnOnTheRest(BleLink opened, Set<PmdStream> streams) throws InterruptedException {
        try {
            if (opened.characteristics().contains(GattUuid.BATTERY_LEVEL)) {
                opened.subscribe(GattUuid.BATTERY_LEVEL);
            }
            if (!streams.isEmpty()) {
                PmdClient client = new PmdClient(opened, outbox, reporter);
                pmd = client;
                client.start(streams);
            }
        } catch (BleException e) {
            if (ENDS_THE_LINK.contains(e.problem())) {
                return;
            }
            reporter.note("Not everything that the strap offers could be turned on: "
                    + e.problem().words() + " Heartbeats are not affected.");
        }
    }

    /** Waits until the link has ended, and returns why; tells silence meanwhile. */
    BleProblem watch() throws InterruptedException {
        long packets = -1;
        long intervals = -1;
        long packetNs = clock.nowNs();
        long intervalNs = packetNs;
        while (true) {
            BleException loss = losses.poll(SLICE_MS, TimeUnit.MILLISECONDS);
            long nowNs = clock.nowNs();
            if (loss != null) {
                return lost(loss.problem(), nowNs);
            }
            if (reporter.packets() != packets) {
                packets = reporter.packets();
                packetNs = nowNs;
            }
            if (reporter.intervals() != intervals) {
                intervals = reporter.intervals();
                intervalNs = nowNs;
            }
            if (nowNs - intervalNs >= TimeUnit.MILLISECONDS.toNanos(timing.silentMs())) {
                reporter.silent(packetNs > intervalNs, nowNs - intervalNs);
            }
            if (nowNs - packetNs >= TimeUnit.MILLISECONDS.toNanos(timing.deadMs())) {
                return lost(BleProblem.TIMED_OUT, nowNs);
            }
        }
    }

    private BleProblem lost(BleProblem why, long nowNs) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nowNs - connectedNs);
        reporter.say(
                SensorState.LOST,
                (why.words() + " The connection had lasted " + seconds + " s. " + StrapHabits.hint(seconds)).trim());
        return why;
    }

    @Override
    public void received(UUID characteristic, byte[] value) {
        PmdClient client = pmd;
        if (characteristic.equals(GattUuid.HEART_RATE_MEASUREMENT)) {
            reporter.heartRate(value);
        } else if (characteristic.equals(GattUuid.BATTERY_LEVEL)) {
            reporter.battery(value);
        } else if (client != null && characteristic.equals(GattUuid.PMD_DATA)) {
            client.data(value);
        } else if (client != null && characteristic.equals(GattUuid.PMD_CONTROL_POINT)) {
            client.control(value);
        }
    }

    @Override
    public void lost(BleProblem problem, String detail) {
        losses.add(new BleException(problem, detail));
    }

    /** Stops streams and disconnects, also on a thread that was interrupted to say so. */
    @Override
    public void close() {
        boolean wasInterrupted = Thread.interrupted();
        PmdClient client = pmd;
        BleLink open = link;
        try {
            if (client != null && losses.isEmpty()) {
                client.stop();
            }
        } catch (BleException e) {
            // The link is gone; the strap stops its streams with it.
        } catch (InterruptedException e) {
            wasInterrupted = true;
        }
        if (open != null) {
            open.close();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
