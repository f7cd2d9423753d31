package org.soothe.sensor;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;

/**
 * The bounded way from sensors to the session loop. No event is lost: a sensor that is too fast waits. Safe for use by many
 * threads.
 */
public final class EventQueue {

    private final BlockingQueue<Event> events;

    /**
     * Makes an empty queue.
     *
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public EventQueue(int capacity) {
        this.events = new ArrayBlockingQueue<>(capacity);
    }

    /** Puts an event at the end, waiting for room. */
    public void put(Event event) throws InterruptedException {
        events.put(event);
    }

    /** Puts an event at the end if there is room at once; returns whether it did. */
    public boolean offer(Event event) {
        return events.offer(event);
    }

    /** Takes the oldest event, waiting for one up to a time; null if none came. */
    public @Nullable Event poll(long timeoutNs) throws InterruptedException {
        return events.poll(timeoutNs, TimeUnit.NANOSECONDS);
    }
}
