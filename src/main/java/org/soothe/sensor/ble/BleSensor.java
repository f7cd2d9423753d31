package org.soothe.sensor.ble;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.SensorState;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;
import org.soothe.time.SessionClock;

/**
 * A chest strap of any brand over Bluetooth Low Energy. It finds the strap, connects, and connects again whenever the link
 * breaks; the session goes on. Open and close from any thread.
 */
public final class BleSensor implements Sensor {

    // Design: one thread looks, connects and watches; it may wait for the radio. The radio's thread turns bytes into
    // events and hands them to the session's queue if there is room; a third waits at a full queue in its place. None
    // waits for another while it holds a lock.
    //
    // What ends the sensor: before the first connection, a radio that was never ready (no adapter, no permission, ...),
    // a
    // device without heart rate, or a strap that does not show up; after it, nothing: a strap that was one shows its
    // services late at times, and a radio that was ready comes back, as after a restart.

    private static final Set<BleProblem> FINAL_AT_FIRST =
            EnumSet.of(BleProblem.NO_DAEMON, BleProblem.NO_ADAPTER, BleProblem.NOT_PERMITTED, BleProblem.POWERED_OFF);

    private final BleBackend.Opener opener;
    private final BleTarget target;
    private final Set<PmdStream> streams;
    private final SessionClock clock;
    private final BleTiming timing;
    private final StrapOutbox outbox;
    private final StrapReporter reporter;
    private final StrapIdentity identity;
    private volatile boolean closing;
    private @Nullable Thread thread;
    private @Nullable BleBackend backend;
    private @Nullable BleTarget known;
    private boolean radioWasReady;

    /**
     * Makes a sensor that is closed.
     *
     * @param opener how to reach the radio
     * @param target which strap
     * @param streams which waves to ask the strap for, besides heartbeats; possibly none
     * @param clock the axis of the session
     * @param timing how long to wait for what
     */
    public BleSensor(
            BleBackend.Opener opener, BleTarget target, Set<PmdStream> streams, SessionClock clock, BleTiming timing) {
        this.opener = opener;
        this.target = target;
        this.streams = Set.copyOf(streams);
        this.clock = clock;
        this.timing = timing;
        this.outbox = new StrapOutbox(clock);
        this.reporter = new StrapReporter(outbox);
        this.identity = new StrapIdentity(outbox);
    }

    @Override
    public SensorDescription describe() {
        Set<Capability> capabilities = capabilitiesOfEveryStrap();
        if (streams.contains(PmdStream.ECG)) {
            capabilities.add(Capability.ECG);
        }
        if (streams.contains(PmdStream.ACC)) {
            capabilities.add(Capability.ACCELERATION);
        }
        return new SensorDescription("ble", target.words(), "ble:" + target, capabilities);
    }

    /** Returns what straps of every brand may deliver. */
    static Set<Capability> capabilitiesOfEveryStrap() {
        return EnumSet.of(
                Capability.HEART_RATE,
                Capability.RR_INTERVALS,
                Capability.CONTACT,
                Capability.ENERGY,
                Capability.BATTERY);
    }

    @Override
    public synchronized void open(EventQueue queue) {
        if (thread != null) {
            throw new IllegalStateException("already open: ble:" + target);
        }
        reporter.say(SensorState.SEARCHING, "Looking for " + target.words() + ".");
        outbox.start(queue);
        thread = new Thread(this::run, "sensor-ble");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        StrapPatience patience = new StrapPatience(clock, timing);
        try {
            while (!closing && connectOnce(patience) && !closing) {
                TimeUnit.MILLISECONDS.sleep(patience.pauseMs());
            }
        } catch (InterruptedException e) {
            // Closed: there is nobody else to tell.
        } finally {
            closeBackend();
        }
    }

    /** Connects and stays until the link ends; returns whether to try again. */
    private boolean connectOnce(StrapPatience patience) throws InterruptedException {
        try {
            if (known != null && reporter.state() != SensorState.RECONNECTING) {
                reporter.say(SensorState.RECONNECTING, "Looking for " + target.words() + " again.");
            }
            BleBackend radio = radio();
            radio.requireReady();
            radioWasReady = true;
            BleDevice device = new StrapFinder(clock, timing).find(radio, known == null ? target : known);
            stay(radio, device, patience);
            return true;
        } catch (BleException e) {
            return goesOn(e, patience);
        } catch (RuntimeException e) {
            // A fault of ours or of a library: told and tried again, where a dead thread would leave the last state for
            // ever.
            return goesOn(new BleException(BleProblem.OTHER, e.toString(), e), patience);
        }
    }

    private BleBackend radio() throws BleException, InterruptedException {
        BleBackend open = backend;
        if (open == null) {
            open = opener.open();
            backend = open;
        }
        if (closing) {
            throw new InterruptedException("closed");
        }
        return open;
    }

    private void stay(BleBackend radio, BleDevice device, StrapPatience patience)
            throws BleException, InterruptedException {
        StrapConnection connection = new StrapConnection(reporter, outbox, clock, timing);
        long intervalsBefore = reporter.intervals();
        try {
            connection.open(radio, device, identity, streams);
            known = BleTarget.of(device.address());
            if (connection.watch() == BleProblem.DAEMON_GONE) {
                closeBackend();
            }
        } finally {
            if (reporter.intervals() > intervalsBefore) {
                patience.renew();
            }
            connection.close();
        }
    }

    private boolean goesOn(BleException trouble, StrapPatience patience) {
        BleProblem problem = trouble.problem();
        String words = problem.words() + detail(trouble);
        boolean isFinal = known == null
                && (patience.isExhausted()
                        || problem == BleProblem.NOT_OFFERED
                        || (!radioWasReady && FINAL_AT_FIRST.contains(problem)));
        if (isFinal) {
            reporter.say(SensorState.FAILED, words);
            return false;
        }
        if (problem == BleProblem.DAEMON_GONE || problem == BleProblem.NO_DAEMON || problem == BleProblem.CLOSED) {
            closeBackend();
        }
        reporter.say(known == null ? SensorState.SEARCHING : SensorState.RECONNECTING, words);
        return true;
    }

    private static String detail(BleException trouble) {
        return switch (trouble.problem()) {
            case OTHER, NO_DAEMON, REFUSED, TIMED_OUT, NOT_OFFERED -> " (" + trouble.detail() + ")";
            default -> "";
        };
    }

    private void closeBackend() {
        BleBackend open = backend;
        backend = null;
        // Cleared, or closing could not wait for the radio.
        boolean wasInterrupted = Thread.interrupted();
        if (open != null) {
            open.close();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null) {
            return;
        }
        // Said twice, because the bus library swallows interrupts.
        closing = true;
        running.interrupt();
        // Cleared, or threads would be left behind by a caller that was interrupted to close.
        boolean wasInterrupted = Thread.interrupted();
        try {
            running.join(timing.closeMs());
        } catch (InterruptedException e) {
            wasInterrupted = true;
        }
        try {
            outbox.end(timing.closeMs());
        } catch (InterruptedException e) {
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
