package org.soothe.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;

/**
 * What steady state allocates: one engine goes through a month, a recording of 23 h again and again. Run it with {@code
 * -prof gc}.
 */
@State(Scope.Thread)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllocationBenchmark {

    private static final int DAYS = 30;

    private final List<Event> month = new ArrayList<>();
    private final Engine engine = new Engine();
    private int next;

    /** Makes the month, all events ahead of time, and sets the pacer. */
    public AllocationBenchmark() {
        List<Event> day = Recordings.nsr001().events();
        long lengthNs = day.get(day.size() - 1).timeNs();
        for (int i = 0; i < DAYS; i++) {
            for (Event event : day) {
                if (event instanceof RrPacket packet) {
                    month.add(new RrPacket(
                            i * lengthNs + packet.timeNs(), packet.contact(), packet.heartRateBpm(), packet.rr()));
                }
            }
        }
        engine.update(PacerSetting.steady(month.get(0).timeNs(), 6, 0.45));
    }

    /** One event, 5-s ticks included. */
    @Benchmark
    public boolean update() {
        if (next == month.size()) {
            throw new IllegalStateException("the month is over: add days");
        }
        return engine.update(month.get(next++));
    }
}
