package org.soothe.sensor.simulated;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;
import org.soothe.time.SessionClock;

/**
 * A simulated person as a sensor, for demonstrations and tests: the same events as {@link SimulatedSession}, each when its
 * time has come on the session's clock, from a thread of its own. {@link #open} and {@link #close} may be called from any
 * thread.
 */
public final class SimulatedSensor implements Sensor {

    // Design: events carry the session's own times and wait until the clock has reached them, so that waits never add
    // up and the events do not depend on the speed of the clock.

    private static final String KIND = "simulated";

    private final String name;
    private final SimulatedSession session;
    private final SessionClock clock;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Makes a sensor that is closed.
     *
     * @param name what to call it, such as {@code moderate-threat}
     * @param session what it plays, once
     * @param clock the session's clock, which may run faster than that of the machine
     */
    public SimulatedSensor(String name, SimulatedSession session, SessionClock clock) {
        this.name = name;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public SensorDescription describe() {
        return new SensorDescription(
                KIND, name, address(), Set.of(Capability.HEART_RATE, Capability.RR_INTERVALS, Capability.CONTACT));
    }

    private String address() {
        return KIND + ':' + name;
    }

    @Override
    public synchronized void open(EventQueue queue) {
        if (thread != null || closed) {
            throw new IllegalStateException((closed ? "was closed: " : "already open: ") + name);
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
            queue.put(new SensorIdentity(0, KIND, name, address(), BeatSource.STRAP, "simulated chest strap"));
            for (Event event = session.next(); event != null; event = session.next()) {
                lastNs = event.timeNs();
                await(lastNs);
                if (!streams && event instanceof RrPacket) {
                    streams = true;
                    queue.put(new SensorStatus(lastNs, SensorState.STREAMING, "Intervals arrive."));
                }
                queue.put(event);
            }
            queue.put(new SensorStatus(lastNs, SensorState.ENDED, "The simulated session is over."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(long timeNs) throws InterruptedException {
        long leftNs = clock.untilNs(timeNs);
        while (leftNs > 0) {
            TimeUnit.NANOSECONDS.sleep(leftNs);
            leftNs = clock.untilNs(timeNs);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("closed");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
