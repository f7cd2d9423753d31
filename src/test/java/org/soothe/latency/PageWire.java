package org.soothe.latency;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.browser.BrowserSensor;
import org.soothe.time.SessionClock;

/** Messages of a page, handed over inside this process; the bare echo is one queue between two threads. */
final class PageWire implements Wire {
    private final AtomicReference<BrowserSensor> sensor = new AtomicReference<>();
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(16);
    private int seq;

    @Override
    public String name() {
        return "page messages in this process";
    }

    @Override
    public Sensor sensor(SessionClock clock) {
        BrowserSensor made = new BrowserSensor(clock);
        sensor.set(made);
        return made;
    }

    @Override
    public void begin() throws InterruptedException {
        hand("{\"type\":\"hello\",\"seq\":0,\"atMs\":0,\"version\":1,\"details\":\"\"}");
        seq = 1;
    }

    @Override
    public void send() throws InterruptedException {
        hand("{\"type\":\"packet\",\"seq\":" + seq + ",\"atMs\":" + seq * 1000L
                + ",\"characteristic\":\"2a37\",\"hex\":\"163c0004\"}");
        seq++;
    }

    private void hand(String text) throws InterruptedException {
        BrowserSensor open = sensor.get();
        if (open != null) {
            while (!open.message(text)) {
                Thread.onSpinWait();
            }
        } else {
            queue.put(text);
        }
    }

    @Override
    public AutoCloseable echo(Runnable arrived) {
        Thread listener = new Thread(
                () -> {
                    try {
                        while (true) {
                            if (queue.take().contains("packet")) {
                                arrived.run();
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "echo");
        listener.setDaemon(true);
        listener.start();
        return listener::interrupt;
    }

    @Override
    public void close() {}
}
