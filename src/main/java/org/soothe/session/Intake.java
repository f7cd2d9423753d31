package org.soothe.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;

/**
 * Where all sources become one order: gives events to the engine and, at the time at which it got them, to the sinks. Not
 * thread-safe; owned by the session loop.
 */
final class Intake {

    /** Silence after a tick is due until it is said that time has passed; most sensors send every second. */
    private static final long SILENCE_NS = 1_500_000_000;

    private final Engine engine;
    private final SessionAxis axis;
    private final Consumer<Frame> out;
    private final Deque<Event> plan = new ArrayDeque<>();
    private long durationNs = Long.MAX_VALUE;
    private long eventCount;
    private long movedCount;
    private int finalCount;
    private @Nullable SensorStatus status;

    Intake(Engine engine, SessionAxis axis, Consumer<Frame> out) {
        this.engine = engine;
        this.axis = axis;
        this.out = out;
    }

    void plan(List<? extends Event> events) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparingLong(Event::timeNs));
        plan.addAll(ordered);
    }

    void lasting(long newDurationNs) {
        durationNs = newDurationNs;
    }

    /** Takes an event of a source, and before it what was planned until then; returns false if it lies after the end. */
    boolean arrived(Event event) {
        long placeNs = axis.placeNs(event.timeNs());
        planned(Math.min(placeNs, durationNs));
        if (placeNs > durationNs) {
            return false;
        }
        movedCount += placeNs == event.timeNs() ? 0 : 1;
        take(placed(event, placeNs));
        return true;
    }

    /** Nothing has come; returns false if the end is reached. */
    boolean waited() {
        long nowNs = axis.nowNs();
        planned(Math.min(nowNs, durationNs));
        if (nowNs >= durationNs) {
            return false;
        }
        if (nowNs >= silentFromNs()) {
            take(new TimePassed(nowNs));
        }
        return true;
    }

    /** Returns when something has to be done even if nothing comes. */
    long nextNs() {
        Event next = plan.peek();
        long nextNs = Math.min(durationNs, silentFromNs());
        return next == null ? nextNs : Math.min(nextNs, next.timeNs());
    }

    /** Returns how many sensors have said that nothing more comes from them. */
    int finalCount() {
        return finalCount;
    }

    SessionEnd end(SessionEnd.Cause cause) {
        Snapshot last = engine.snapshot();
        long timeNs = cause == SessionEnd.Cause.DURATION ? durationNs : last.timeNs();
        return new SessionEnd(cause, reason(cause), timeNs, eventCount, movedCount, last);
    }

    private String reason(SessionEnd.Cause cause) {
        return switch (cause) {
            case STOPPED -> "Stopped.";
            case DURATION -> "The time is over.";
            case SENSOR_ENDED, SENSOR_FAILED -> status == null ? "" : status.reason();
        };
    }

    private long silentFromNs() {
        return engine.tickNs() + Engine.TICK_NS + SILENCE_NS;
    }

    private void planned(long untilNs) {
        for (Event next = plan.peek(); next != null && next.timeNs() <= untilNs; next = plan.peek()) {
            plan.remove();
            take(placed(next, Math.max(axis.newestNs(), next.timeNs())));
        }
    }

    private static Event placed(Event event, long placeNs) {
        return placeNs == event.timeNs() ? event : event.at(placeNs);
    }

    private void take(Event event) {
        axis.passed(event.timeNs());
        eventCount++;
        engine.update(event);
        if (event instanceof SensorStatus news) {
            status = news;
            finalCount += news.state().isFinal() ? 1 : 0;
        }
        out.accept(new Frame(event, engine.snapshot(), status));
    }
}
