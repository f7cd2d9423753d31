package org.soothe.sensor.simulated;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;

/**
 * A simulated person as a sensor, for demonstrations and tests: the same events as {@link SimulatedSession}, at a pace, from
 * a thread of its own. {@link #open} and {@link #close} may be called from any thread.
 */
public final class SimulatedSensor implements Sensor {

    // Design: the thread waits until the next event is due, counted from the first, so that waits never add up. Time is
    // a
    // duration here and comes from the wait itself; no clock is read, and events carry the session's own times.

    private static final long SLICE_MS = 50;

    private final String name;
    private final SimulatedSession session;
    private final double speedRatio;
    private @Nullable Thread thread;

    /**
     * Makes a sensor that is closed.
     *
     * @param name what to call it, such as {@code moderate-threat}
     * @param session what it plays, once
     * @param speedRatio 1 for the pace of a heart, 50 for fifty times that, infinite for no waits
     * @throws IllegalArgumentException unless the speed is greater than 0
     */
    public SimulatedSensor(String name, SimulatedSession session, double speedRatio) {
        if (!(speedRatio > 0)) {
            throw new IllegalArgumentException("speedRatio must be greater than 0, was " + speedRatio);
        }
        this.name = name;
        this.session = session;
        this.speedRatio = speedRatio;
    }

    @Override
    public SensorDescription describe() {
        return new SensorDescription(
                "simulated",
                name,
                "simulated:" + name,
                Set.of(Capability.HEART_RATE, Capability.RR_INTERVALS, Capability.CONTACT));
    }

    @Override
    public synchronized void open(EventQueue queue) {
        if (thread != null) {
            throw new IllegalStateException("already open: " + name);
        }
        thread = new Thread(() -> play(queue), "sensor-simulated");
        thread.setDaemon(true);
        thread.start();
    }

    private void play(EventQueue queue) {
        long lastNs = 0;
        boolean streams = false;
        try {
            queue.put(new SensorStatus(0, SensorState.CONNECTED, "A simulated person is here."));
            for (Event event = session.next(); event != null; event = session.next()) {
                pause(event.timeNs() - lastNs);
                lastNs = event.timeNs();
                if (!streams && event instanceof RrPacket) {
                    streams = true;
                    queue.put(new SensorStatus(lastNs, SensorState.STREAMING, "Intervals arrive."));
                }
                queue.put(event);
            }
            queue.put(new SensorStatus(lastNs, SensorState.LOST, "The simulated session is over."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(long durationNs) throws InterruptedException {
        long leftMs = TimeUnit.NANOSECONDS.toMillis((long) (durationNs / speedRatio));
        while (leftMs > 0) {
            long sliceMs = Math.min(leftMs, SLICE_MS);
            TimeUnit.MILLISECONDS.sleep(sliceMs);
            leftMs -= sliceMs;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("closed");
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
