package org.soothe.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;

/**
 * One live session: the loop from the sensors to the engine to the sinks. It alone touches the engine.
 *
 * <p>{@link #run} works on the thread that calls it, once, after the session was put together. {@link #inject} and {@link
 * #stop} may be called from any thread at any time.
 */
public final class LiveSession {

    // Design: sensors and injected events come through one bounded queue. The loop is the place where all sources
    // become one order: an event that was overtaken on the way gets the time of the one before it, so that the engine
    // refuses none. What the engine got, at the times at which it got it, is what the sinks get: the log is the truth.
    // An engine ticks on events only; when no source says anything, the loop itself says that time has passed, and
    // that is in the log too.

    /** Longest wait in which a stop is not heard. */
    private static final long SLICE_NS = 50_000_000;

    private static final long DRAIN_NS = 1_000_000;
    private static final long PATIENCE_MS = 10_000;

    private final EventQueue queue;
    private final SessionAxis axis;
    private final Intake intake;
    private final List<Sensor> sensors = new ArrayList<>();
    private final List<SinkThread> sinks = new ArrayList<>();
    private final AtomicInteger injecting = new AtomicInteger();
    private BiConsumer<SessionSink, Exception> sinkFailures = (sink, failure) -> {};
    private volatile boolean stopped;
    private volatile boolean over;

    /** Puts a session together that has no sensors and no sinks yet. */
    public LiveSession(Engine engine, EventQueue queue, SessionAxis axis) {
        this.queue = queue;
        this.axis = axis;
        this.intake = new Intake(engine, axis, frame -> sinks.forEach(sink -> sink.offer(frame)));
    }

    /** Adds a sensor. The session ends when the last of its sensors has ended or given up. */
    public LiveSession sensor(Sensor sensor) {
        sensors.add(sensor);
        return this;
    }

    /** Adds a sink. */
    public LiveSession sink(SessionSink sink, Delivery delivery) {
        sinks.add(new SinkThread(sink, delivery, axis, (failing, failure) -> sinkFailures.accept(failing, failure)));
        return this;
    }

    /** Says who is told, on the thread of the sink, that a sink has failed; the session itself goes on. */
    public LiveSession onSinkFailure(BiConsumer<SessionSink, Exception> newSinkFailures) {
        sinkFailures = newSinkFailures;
        return this;
    }

    /** Adds events that are known beforehand, such as phases; each is taken when its time has come. */
    public LiveSession plan(List<? extends Event> events) {
        intake.plan(events);
        return this;
    }

    /** Sets how long the session lasts; events after that are not taken. */
    public LiveSession lasting(long durationNs) {
        intake.lasting(durationNs);
        return this;
    }

    /**
     * Brings in what a person notes or sets: a marker, a phase, a pacer. The event is made with the time of the session now.
     * Waits if the session is busy.
     *
     * @return whether it was taken over; false once the session has ended
     */
    public boolean inject(LongFunction<? extends Event> eventAt) throws InterruptedException {
        injecting.incrementAndGet();
        try {
            if (over) {
                return false;
            }
            queue.put(eventAt.apply(axis.nowNs()));
            return true;
        } finally {
            injecting.decrementAndGet();
        }
    }

    /** Asks the session to end soon. */
    public void stop() {
        stopped = true;
    }

    /** Runs the session to its end, on this thread. */
    public SessionEnd run() {
        sinks.forEach(SinkThread::start);
        SessionEnd.Cause cause = SessionEnd.Cause.STOPPED;
        boolean interrupted = false;
        try {
            for (Sensor sensor : sensors) {
                sensor.open(queue);
            }
            cause = loop();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            // Also when the engine or a sensor throws: what came so far is kept.
            interrupted |= Thread.interrupted();
            interrupted |= close(cause);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return intake.end(cause);
    }

    private SessionEnd.Cause loop() throws InterruptedException {
        while (!stopped) {
            Event event = queue.poll(Math.min(axis.untilNs(intake.nextNs()), SLICE_NS));
            if (event == null ? !intake.waited() : !intake.arrived(event)) {
                return SessionEnd.Cause.DURATION;
            }
            if (event instanceof SensorStatus status && intake.finalCount() >= sensors.size()) {
                return status.state() == SensorState.FAILED
                        ? SessionEnd.Cause.SENSOR_FAILED
                        : SessionEnd.Cause.SENSOR_ENDED;
            }
        }
        return SessionEnd.Cause.STOPPED;
    }

    /** Closes the sensors, takes what they had delivered, and ends the sinks; returns whether it was interrupted. */
    private boolean close(SessionEnd.Cause cause) {
        over = true;
        boolean interrupted = false;
        for (Sensor sensor : sensors) {
            sensor.close();
        }
        try {
            drain();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        SessionEnd end = intake.end(cause);
        for (SinkThread sink : sinks) {
            sink.end(end);
        }
        for (SinkThread sink : sinks) {
            try {
                if (!sink.awaitEnd(PATIENCE_MS)) {
                    sinkFailures.accept(sink.sink(), new IOException("does not take what it is given"));
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    private void drain() throws InterruptedException {
        boolean busy;
        do {
            busy = injecting.get() > 0;
            for (Event event = queue.poll(DRAIN_NS); event != null; event = queue.poll(DRAIN_NS)) {
                intake.arrived(event);
            }
        } while (busy);
    }
}
