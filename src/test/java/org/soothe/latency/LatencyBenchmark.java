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
 * passed.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.soothe.latency.LatencyBenchmark -Dexec.args="3000"</pre>
 */
public final class LatencyBenchmark {
    private static final int PACE = 50;
    private static final long PAUSE_NS = 1_000_000_000L / PACE;
    private static final int WARM_UP = 500;
    private static final long LIMIT_S = 20;
    private static final long LONGEST_NS = 60_000_000_000L;

    private final AtomicLong sentNs = new AtomicLong();
    private final Semaphore arrived = new Semaphore(0);
    private final Histogram histogram = new Histogram(LONGEST_NS, 3);

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
        return List.of(PageWire::new);
    }

    /** Measures one wire and writes two lines about it; returns the 99th percentile to the snapshot in nanoseconds. */
    static long measure(Supplier<Wire> wires, int packets, PrintStream out) throws Exception {
        Histogram echo;
        try (Wire wire = wires.get()) {
            echo = new LatencyBenchmark().echo(wire, packets);
            line(out, wire.name() + ", bare echo", echo);
        }
        try (Wire wire = wires.get()) {
            Histogram snapshots = new LatencyBenchmark().snapshots(wire, packets);
            line(out, wire.name() + ", packet to snapshot", snapshots);
            return snapshots.getValueAtPercentile(99);
        }
    }

    private static void line(PrintStream out, String what, Histogram histogram) {
        out.printf(
                Locale.ROOT,
                "%-60s n %6d  p50 %7.3f  p90 %7.3f  p99 %7.3f  p99.9 %7.3f  max %7.3f ms%n",
                what,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(90) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6,
                histogram.getValueAtPercentile(99.9) / 1e6,
                histogram.getMaxValue() / 1e6);
    }

    private Histogram echo(Wire wire, int packets) throws Exception {
        AutoCloseable listener = wire.echo(this::arrived);
        try {
            wire.begin();
            send(wire, packets);
            return histogram;
        } finally {
            listener.close();
        }
    }

    private Histogram snapshots(Wire wire, int packets) throws Exception {
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
            return histogram;
        } finally {
            session.stop();
            loop.join();
        }
    }

    private void send(Wire wire, int packets) throws Exception {
        for (int i = 0; i < WARM_UP + packets; i++) {
            if (i == WARM_UP) {
                histogram.reset();
            }
            long dueNs = System.nanoTime() + PAUSE_NS;
            sentNs.set(System.nanoTime());
            wire.send();
            if (!arrived.tryAcquire(LIMIT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException(wire.name() + ": packet " + i + " did not arrive in " + LIMIT_S + " s");
            }
            TimeUnit.NANOSECONDS.sleep(dueNs - System.nanoTime());
        }
    }

    private void arrived() {
        histogram.recordValue(Math.min(System.nanoTime() - sentNs.get(), LONGEST_NS));
        arrived.release();
    }
}
