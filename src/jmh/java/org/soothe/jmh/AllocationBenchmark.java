package org.soothe.jmh;

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

/**
 * What steady state allocates: one engine goes through a recording of 23 h, a thousand events an invocation. Run it with
 * {@code -prof gc}.
 */
@State(Scope.Thread)
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 60)
public class AllocationBenchmark {

    private final List<Event> events = Recordings.nsr001().events();
    private final Engine engine = new Engine();
    private int next;

    /** Makes the engine and sets its pacer. */
    public AllocationBenchmark() {
        engine.update(PacerSetting.steady(events.get(0).timeNs(), 6, 0.45));
    }

    /** The next thousand events, 5-s ticks included. */
    @Benchmark
    public boolean thousandUpdates() {
        boolean accepted = true;
        for (int i = 0; i < 1000; i++) {
            accepted &= engine.update(events.get(next++));
        }
        return accepted;
    }
}
