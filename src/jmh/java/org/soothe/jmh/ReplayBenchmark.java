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

/** A day of beats through a fresh live engine at full speed: the recording of 23 h and the first hour of the other. */
@State(Scope.Thread)
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 10)
public class ReplayBenchmark {

    private static final long HOUR_NS = 3_600_000_000_000L;

    private final List<Event> day = Recordings.nsr001().events();
    private final List<Event> hour = Recordings.nsr004().events().stream()
            .takeWhile(event -> event.timeNs() < HOUR_NS)
            .toList();

    /** Feeds 24 h of events. */
    @Benchmark
    public Engine day() {
        Engine engine = new Engine();
        for (Event event : day) {
            engine.update(event);
        }
        Engine second = new Engine();
        for (Event event : hour) {
            second.update(event);
        }
        return engine;
    }
}
