package org.soothe.latency;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.soothe.engine.Engine;
import org.soothe.event.RrPacket;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.serial.PtyWire;
import org.soothe.session.Delivery;
import org.soothe.session.Frame;
import org.soothe.session.LiveSession;
import org.soothe.session.SessionAxis;
import org.soothe.session.SessionSink;
import org.soothe.time.SessionClock;

/**
 * Time from the moment at which a device begins to send a packet to the moment at which a sink has the snapshot after it, beside
 * a bare echo over the same wire.
 *
 * <p>The session's clock runs fifty times as fast as the machine's and a packet is sent every 20 ms, so that every fifth
 * packet brings a tick, as at the pace of a heart. The next packet is sent when the one before it has arrived and 20 ms have
 * passed. A packet that has not arrived after half a second is sent again and not measured; how many there were is told.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.soothe.latency.LatencyBenchmark -Dexec.args="3000"</pre>
 */
public final class LatencyBenchmark {
    private static final int PACE = 50;
    private static final long PAUSE_NS = 1_000_000_000L / PACE;
    private static final int WARM_UP = 500;
    private static final long LIMIT_MS = 500;
    private static final int MOST_TRIES = 1000;
    private static final long LONGEST_NS = 60_000_000_000L;

    private final AtomicLong arrivedNs = new AtomicLong();
    private final Semaphore arrived = new Semaphore(0);
    private final Histogram histogram = new Histogram(LONGEST_NS, 3);

    private int repeatedCount;

    private LatencyBenchmark() {}

    /**
     * Measures all wires.
     *
     * @param args how many packets on each wire, after those that warm up
     * @throws Exception if a wire fails
     */
    public static void main(String[] args) throws Exception {
        int packets = args.length == 0 ? 3000 : Integer.parseInt(args[0]);
        for (Supplier<Wire> wire : wires()) {
            measure(wire, packets, System.out);
        }
    }

    /** Returns all wires there are. */
    static List<Supplier<Wire>> wires() {
        return List.of(PageWire::new, PtyWire::new);
    }

    /** Measures one wire and writes two lines about it; returns the 99th percentile to the snapshot in nanoseconds. */
    static long measure(Supplier<Wire> wires, int packets, PrintStream out) throws Exception {
        try (Wire wire = wires.get()) {
            LatencyBenchmark echo = new LatencyBenchmark();
            echo.echo(wire, packets);
            echo.line(out, wire.name() + ", bare echo");
        }
        try (Wire wire = wires.get()) {
            LatencyBenchmark snapshots = new LatencyBenchmark();
            snapshots.snapshots(wire, packets);
            snapshots.line(out, wire.name() + ", packet to snapshot");
            return snapshots.histogram.getValueAtPercentile(99);
        }
    }

    private void line(PrintStream out, String what) {
        out.printf(
                Locale.ROOT,
                "%-50s n %5d  p50 %7.3f  p90 %7.3f  p99 %7.3f  p99.9 %7.3f  max %7.3f ms  sent again %d%n",
                what,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(90) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6,
                histogram.getValueAtPercentile(99.9) / 1e6,
                histogram.getMaxValue() / 1e6,
                repeatedCount);
    }

    private void echo(Wire wire, int packets) throws Exception {
        AutoCloseable listener = wire.echo(this::arrived);
        try {
            wire.begin();
            send(wire, packets);
        } finally {
            listener.close();
        }
    }

    private void snapshots(Wire wire, int packets) throws Exception {
        SessionClock clock = SessionClock.start(PACE);
        Sensor sensor = wire.sensor(clock);
        LiveSession session = new LiveSession(new Engine(), new EventQueue(1024), SessionAxis.of(clock))
                .sensor(sensor)
                .sink(
                        new SessionSink() {
                            @Override
                            public String name() {
                                return "latency";
                            }

                            @Override
                            public void taken(Frame frame) {
                                if (frame.event() instanceof RrPacket packet
                                        && packet.rr().size() > 0) {
                                    arrived();
                                }
                            }
                        },
                        Delivery.EVERY_EVENT);
        Thread loop = new Thread(session::run, "session-loop");
        loop.start();
        try {
            wire.begin();
            send(wire, packets);
        } finally {
            session.stop();
            loop.join();
        }
    }

    private void send(Wire wire, int packets) throws Exception {
        for (int i = 0; i < WARM_UP + packets; i++) {
            if (i == WARM_UP) {
                histogram.reset();
                repeatedCount = 0;
            }
            long sentNs = send(wire);
            if (arrived.tryAcquire(LIMIT_MS, TimeUnit.MILLISECONDS)) {
                histogram.recordValue(Math.min(arrivedNs.get() - sentNs, LONGEST_NS));
            } else {
                repeat(wire);
            }
            TimeUnit.NANOSECONDS.sleep(sentNs + PAUSE_NS - System.nanoTime());
        }
    }

    /** Sends again until something arrives: a sensor that just began still finds out what it hears. */
    private void repeat(Wire wire) throws Exception {
        int tries = 0;
        do {
            if (++tries > MOST_TRIES) {
                throw new IllegalStateException(wire.name() + ": no packet arrives");
            }
            repeatedCount++;
            send(wire);
        } while (!arrived.tryAcquire(PAUSE_NS, TimeUnit.NANOSECONDS));
    }

    private long send(Wire wire) throws Exception {
        arrived.drainPermits();
        long sentNs = System.nanoTime();
        wire.send();
        return sentNs;
    }

    private void arrived() {
        arrivedNs.set(System.nanoTime());
        arrived.release();
    }
}
