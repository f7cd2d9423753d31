package org.soothe.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;

/**
 * The live engine over a long recording, one beat an event, with a pacer running so that every live measure is computed.
 */
@State(Scope.Thread)
@Fork(1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {

    private final List<Event> events = Recordings.nsr001().events();
    private Engine engine = new Engine();
    private int next;

    /** A fresh engine, an hour into the recording. */
    @Setup(Level.Iteration)
    public void anHourIn() {
        engine = new Engine();
        engine.update(PacerSetting.steady(events.get(0).timeNs(), 6, 0.45));
        next = 0;
        while (next < 5000) {
            engine.update(events.get(next++));
        }
    }

    /** One event, 5-s ticks included: every sixth event or so brings one. The percentiles are the figure. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 4)
    public boolean update() {
        if (next == events.size()) {
            anHourIn();
        }
        return engine.update(events.get(next++));
    }

    /** The immutable view, for a page or a file. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Snapshot snapshot() {
        return engine.snapshot();
    }
}
