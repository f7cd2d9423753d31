package org.soothe.latency;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.soothe.engine.Engine;
import org.soothe.event.RrPacket;
import org.soothe.sensor.EventQueue;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.ble.BusWire;
import org.soothe.sensor.serial.PtyWire;
import org.soothe.session.Delivery;
import org.soothe.session.Frame;
import org.soothe.session.LiveSession;
import org.soothe.session.SessionAxis;
import org.soothe.session.SessionSink;
import org.soothe.time.SessionClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Time from the moment at which a device begins to send a packet to the moment at which a sink has the snapshot after it, beside
 * a bare echo over the same wire.
 *
 * <p>The session's clock runs forty times as fast as the machine's and a packet is sent every 25 ms, so that every fifth
 * packet brings a tick, as at the pace of a heart. The next packet is sent when the one before it has arrived and 25 ms have
 * passed. A packet that has not arrived after half a second is sent again and not measured; how many there were is told.
 * Before each measurement the same is done with thousands of packets over a wire and a session of their own, five times as
 * fast, until the compilers of the JVM have seen all of it.
 *
 * <pre>mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-classpath %classpath org.soothe.latency.LatencyBenchmark --processors awake bus terminal page"</pre>
 */
public final class LatencyBenchmark {
    private static final int PACE = 40;
    private static final int WARM_UP_PACE = 200;
    private static final int WARM_UP = 4_000;

    /** Packets at the right pace that are not measured yet: connecting, and finding out what is heard. */
    private static final int FIRST = 200;

    private static final long LIMIT_MS = 500;
    private static final int MOST_TRIES = 1000;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final Map<String, Supplier<Wire>> WIRES =
            new TreeMap<>(Map.of("bus", BusWire::new, "page", PageWire::new, "terminal", PtyWire::new));

    private final long pauseNs;
    private final AtomicLong arrivedNs = new AtomicLong();
    private final Semaphore arrived = new Semaphore(0);
    private final Histogram histogram = new Histogram(LONGEST_NS, 3);

    private int repeatedCount;

    private final int pace;

    private LatencyBenchmark(int pace) {
        this.pace = pace;
        this.pauseNs = TimeUnit.SECONDS.toNanos(1) / pace;
    }

    /**
     * Measures wires.
     *
     * @param args as {@code --help} lists them
     */
    public static void main(String[] args) {
        // The library of the message bus leaves threads behind that would keep the process alive for a while.
        System.exit(new CommandLine(new Run())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    /** What is measured, and under which conditions. */
    @Command(name = "LatencyBenchmark", mixinStandardHelpOptions = true, showDefaultValues = true)
    private static final class Run implements Callable<Integer> {

        @Option(names = "--packets", description = "How many packets over each wire, after those that warm up.")
        private int packets = 3000;

        @Option(
                names = "--processors",
                description = "Whether idle processors may sleep: ${COMPLETION-CANDIDATES}. AWAKE needs permission.")
        private Processors processors = Processors.FREE;

        @Parameters(arity = "0..*", description = "Which wires: bus, page, terminal; all if left out.")
        private List<String> names = List.copyOf(WIRES.keySet());

        @Override
        @SuppressWarnings("try") // The hold is there to be held.
        public Integer call() throws Exception {
            List<Supplier<Wire>> wires = new ArrayList<>();
            for (String name : names) {
                Supplier<Wire> wire = WIRES.get(name);
                if (wire == null) {
                    throw new IllegalArgumentException("no wire " + name + "; there are " + WIRES.keySet());
                }
                wires.add(wire);
            }
            try (Processors.Hold hold = processors.hold()) {
                System.out.printf(
                        Locale.ROOT,
                        "Java %s, %d processors (%s), load before %.2f%n",
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        processors,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                for (Supplier<Wire> wire : wires) {
                    measure(wire, packets, System.out);
                }
            }
            return CommandLine.ExitCode.OK;
        }
    }

    /** Measures one wire and writes two lines about it. */
    private static void measure(Supplier<Wire> wires, int packets, PrintStream out) throws Exception {
        for (Way way : List.<Way>of(LatencyBenchmark::echo, LatencyBenchmark::snapshots)) {
            try (Wire wire = wires.get()) {
                way.go(new LatencyBenchmark(WARM_UP_PACE), wire, WARM_UP);
            }
            try (Wire wire = wires.get()) {
                LatencyBenchmark measured = new LatencyBenchmark(PACE);
                measured.line(out, wire.name() + ", " + way.go(measured, wire, packets));
            }
        }
    }

    /** What the packets do at the near end of a wire. */
    private interface Way {

        /** Sends packets over a wire and returns what became of them, in words. */
        String go(LatencyBenchmark benchmark, Wire wire, int packets) throws Exception;
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

    private String echo(Wire wire, int packets) throws Exception {
        AutoCloseable listener = wire.echo(this::arrived);
        try {
            wire.begin();
            send(wire, packets);
        } finally {
            listener.close();
        }
        return "bare echo";
    }

    private String snapshots(Wire wire, int packets) throws Exception {
        SessionClock clock = SessionClock.start(pace);
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
        return "packet to snapshot";
    }

    private void send(Wire wire, int packets) throws Exception {
        for (int i = 0; i < FIRST + packets; i++) {
            if (i == FIRST) {
                histogram.reset();
                repeatedCount = 0;
            }
            long sentNs = send(wire);
            if (arrived.tryAcquire(LIMIT_MS, TimeUnit.MILLISECONDS)) {
                histogram.recordValue(Math.min(arrivedNs.get() - sentNs, LONGEST_NS));
            } else {
                repeat(wire);
            }
            TimeUnit.NANOSECONDS.sleep(sentNs + pauseNs - System.nanoTime());
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
        } while (!arrived.tryAcquire(pauseNs, TimeUnit.NANOSECONDS));
    }

    private long send(Wire wire) throws Exception {
        arrived.drainPermits();
        wire.prepare();
        long sentNs = System.nanoTime();
        wire.send();
        return sentNs;
    }

    private void arrived() {
        arrivedNs.set(System.nanoTime());
        arrived.release();
    }
}
