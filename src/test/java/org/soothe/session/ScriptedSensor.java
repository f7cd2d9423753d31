package org.soothe.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;

/** A sensor whose events a test writes: some when it is opened, others when the test says so. */
final class ScriptedSensor implements Sensor {
    private final List<Event> atOpen = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile @Nullable EventQueue queue;
    private volatile boolean closed;

    ScriptedSensor put(Event event) {
        atOpen.add(event);
        return this;
    }

    /** Delivers an event from the thread of the test. */
    void now(Event event) throws InterruptedException {
        EventQueue open = queue;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        open.put(event);
    }

    void awaitOpen() throws InterruptedException {
        opened.await();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public SensorDescription describe() {
        return new SensorDescription("scripted", "scripted", "scripted:test", Set.of());
    }

    @Override
    public void open(EventQueue newQueue) {
        try {
            for (Event event : atOpen) {
                newQueue.put(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue = newQueue;
        opened.countDown();
    }

    @Override
    public void close() {
        closed = true;
    }
}
