package org.soothe.session;

import java.util.List;
import org.soothe.engine.Engine;
import org.soothe.event.Event;

/**
 * Feeds recorded events to an engine, one after the other and at a pace. What the engine gets does not depend on the pace.
 *
 * <p>{@link #run} works on the thread that calls it; {@link #stop} may be called from any thread.
 */
public final class Replay {

    // Design: each event has its due time on the clock, counted from the first event, so that waits never add up to a
    // drift. A wait is cut into slices, in which a sink can draw a moving pacer and a stop is heard.

    /** Longest wait without asking the sink. */
    static final long SLICE_NS = 80_000_000;

    private final List<? extends Event> events;
    private final Pace pace;
    private volatile boolean stopped;

    /** Makes the replay of events in their order. */
    public Replay(List<? extends Event> events, Pace pace) {
        this.events = List.copyOf(events);
        this.pace = pace;
    }

    /** Asks the replay to end soon. */
    public void stop() {
        stopped = true;
    }

    /**
     * Replays until the events end, the sink has enough, the thread is interrupted or a stop is asked for.
     *
     * @return whether all events were replayed
     */
    public boolean run(Engine engine, ReplaySink sink) {
        long startNs = pace.nowNs();
        long zeroNs = events.isEmpty() ? 0 : events.get(0).timeNs();
        for (Event event : events) {
            if (pace.waits() && !await(startNs, zeroNs, event.timeNs(), engine, sink)) {
                return false;
            }
            if (stopped) {
                return false;
            }
            engine.update(event);
            if (!sink.taken(event, engine)) {
                return false;
            }
        }
        return true;
    }

    private boolean await(long startNs, long zeroNs, long eventNs, Engine engine, ReplaySink sink) {
        long dueNs = pace.toClockNs(eventNs - zeroNs);
        long passedNs = pace.nowNs() - startNs;
        while (passedNs < dueNs) {
            if (stopped || !sink.waiting(zeroNs + pace.toRecordingNs(passedNs), engine)) {
                return false;
            }
            try {
                pace.sleepNs(Math.min(dueNs - passedNs, SLICE_NS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            passedNs = pace.nowNs() - startNs;
        }
        return true;
    }
}
