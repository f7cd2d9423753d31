package org.soothe.sensor.ble;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

/**
 * Events on their way from the radio to the session's queue, each with the time at which it came. Safe for use by many
 * threads.
 */
final class StrapOutbox {

    // Design: the thread of the radio must not wait, the session's queue may be full, and nothing that was delivered
    // may be
    // lost. So events wait here without a bound, and a thread of our own waits at the queue. A strap sends a few small
    // packets a second: a session that stands still for an hour costs some megabytes.

    private static final long SLICE_MS = 50;

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final SessionClock clock;
    private volatile boolean ending;
    private @Nullable Thread thread;

    StrapOutbox(SessionClock clock) {
        this.clock = clock;
    }

    void start(EventQueue queue) {
        Thread started = new Thread(() -> hand(queue), "sensor-ble-out");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Stamps an event with the time now; stamps are in the order of the events. */
    synchronized void add(LongFunction<? extends Event> event) {
        events.add(event.apply(clock.nowNs()));
    }

    /** Stamps several events that came together. */
    synchronized void addAll(LongFunction<? extends List<? extends Event>> several) {
        events.addAll(several.apply(clock.nowNs()));
    }

    private void hand(EventQueue queue) {
        try {
            while (true) {
                Event event = events.poll(SLICE_MS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    queue.put(event);
                } else if (ending) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands over what is left, waiting no longer than a limit, and ends. */
    void end(long limitMs) throws InterruptedException {
        ending = true;
        Thread running = thread;
        if (running != null) {
            running.join(limitMs);
            running.interrupt();
        }
    }
}
