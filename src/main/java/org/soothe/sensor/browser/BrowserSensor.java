package org.soothe.sensor.browser;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;
import org.soothe.time.SessionClock;

/**
 * A strap that a page reads by Web Bluetooth. The page's messages are handed to {@link #message} by whatever carries them; their
 * format is described in docs/browser-bridge.md. All methods may be called from any thread.
 */
public final class BrowserSensor implements Sensor {

    // Design: a message gets its arrival time on the thread that brings it. One thread of the sensor does all the rest
    // in the order of arrival, so that a full queue of the session makes only this thread wait, and then whoever
    // brings messages.

    /** Version of the message format. */
    public static final int FORMAT_VERSION = 1;

    private static final int INBOX_CAPACITY = 256;
    private static final long POLL_MS = 100;

    private final SessionClock clock;
    private final PageTranslator translator = new PageTranslator();
    private final BlockingQueue<Arrival> inbox = new ArrayBlockingQueue<>(INBOX_CAPACITY);
    private @Nullable Thread thread;
    private volatile boolean open;
    private volatile boolean closed;

    /**
     * A message on its way.
     *
     * @param arrivalNs when it arrived, on the session axis
     * @param text the message; null when the page is gone
     */
    private record Arrival(long arrivalNs, @Nullable String text) {}

    /** Makes a sensor that is closed. */
    public BrowserSensor(SessionClock clock) {
        this.clock = clock;
    }

    @Override
    public SensorDescription describe() {
        return new SensorDescription(
                PageTranslator.KIND,
                translator.name(),
                translator.address(),
                Set.of(
                        Capability.HEART_RATE,
                        Capability.RR_INTERVALS,
                        Capability.CONTACT,
                        Capability.ENERGY,
                        Capability.BATTERY));
    }

    @Override
    public synchronized void open(EventQueue queue) {
        if (thread != null || closed) {
            throw new IllegalStateException(closed ? "was closed" : "already open");
        }
        thread = new Thread(() -> run(queue), "sensor-browser");
        thread.setDaemon(true);
        open = true;
        thread.start();
    }

    /**
     * Takes a message of the page. Waits while the session does not keep up.
     *
     * @return whether it was taken; false before the sensor is open and after it was closed
     */
    public boolean message(String text) throws InterruptedException {
        return arrive(text);
    }

    /**
     * The connection to the page broke. A page that comes back says hello again.
     *
     * @return whether it was taken, as for a message
     */
    public boolean pageGone() throws InterruptedException {
        return arrive(null);
    }

    private boolean arrive(@Nullable String text) throws InterruptedException {
        Arrival arrival = new Arrival(clock.nowNs(), text);
        while (open && !closed) {
            if (inbox.offer(arrival, POLL_MS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what became of the messages so far. */
    public BrowserCounters counters() {
        return translator.counters();
    }

    private void run(EventQueue queue) {
        try {
            translator.begin(clock.nowNs(), queue);
            while (!closed && !translator.isOver()) {
                Arrival arrival = inbox.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (arrival == null) {
                    translator.quiet(clock.nowNs(), queue);
                } else if (arrival.text() == null) {
                    translator.pageGone(arrival.arrivalNs(), queue);
                } else {
                    translator.message(arrival.text(), arrival.arrivalNs(), queue);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open = false;
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
