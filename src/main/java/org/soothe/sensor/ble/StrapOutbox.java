package org.soothe.sensor.ble;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    // may be lost. So the radio's thread hands an event over itself where the queue has room, which saves the time in
    // which another thread wakes up; otherwise it waits here without a bound, those after it too, and a thread of our
    // own waits at the queue. A strap sends a few small packets a second: a session that stands still for an hour
    // costs some megabytes.

    private static final long SLICE_MS = 50;

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** Events that are not in the session's queue yet; one that the thread holds is among them. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final SessionClock clock;
    private volatile boolean ending;
    private @Nullable EventQueue queue;
    private @Nullable Thread thread;

    StrapOutbox(SessionClock clock) {
        this.clock = clock;
    }

    synchronized void start(EventQueue session) {
        queue = session;
        Thread started = new Thread(() -> hand(session), "sensor-ble-out");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Stamps an event with the time now; stamps are in the order of the events. */
    synchronized void add(LongFunction<? extends Event> event) {
        hand(event.apply(clock.nowNs()));
    }

    /** Stamps several events that came together. */
    synchronized void addAll(LongFunction<? extends List<? extends Event>> several) {
        several.apply(clock.nowNs()).forEach(this::hand);
    }

    private void hand(Event event) {
        if (queue == null || waiting.get() > 0 || !queue.offer(event)) {
            waiting.incrementAndGet();
            events.add(event);
        }
    }

    private void hand(EventQueue session) {
        try {
            while (true) {
                Event event = events.poll(SLICE_MS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    session.put(event);
                    waiting.decrementAndGet();
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
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            try {
                running.join(limitMs);
            } finally {
                running.interrupt();
            }
        }
    }
}
