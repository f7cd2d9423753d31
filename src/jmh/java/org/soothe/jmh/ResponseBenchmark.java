package org.soothe.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.engine.Engine;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

/**
 * The live engine in an exercise whose response is read: simulated persons, one packet an event, from the marker on. The
 * rests before, and the fit at the first tick of an exercise, are played outside the measurement.
 */
@State(Scope.Thread)
@Fork(1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResponseBenchmark {

    private static final int PERSONS = 20;
    private static final long MEASURED_FROM_NS = 306_000_000_000L;

    /** Which detector. */
    @Param({"FILTER", "DRIFT"})
    public ResponseMethod method = ResponseMethod.standard();

    /** How the exercise is breathed. */
    @Param({"FREE", "PACED"})
    public BreathingMode mode = BreathingMode.FREE;

    private final List<List<Event>> sessions = new ArrayList<>();
    private List<Event> events = List.of();
    private Engine engine = new Engine();
    private int person;
    private int next;

    /** Persons with a moderate threat in an exercise of five minutes. */
    @Setup(Level.Trial)
    public void persons() {
        SimulatedScript script = SimulatedScript.of(ResponseKind.THREAT, mode);
        for (int i = 0; i < PERSONS; i++) {
            sessions.add(SimulatedSession.events(World.STANDARD, script, i));
        }
    }

    /** The next person at the beginning of the exercise, where the one before has ended; not measured. */
    @Setup(Level.Invocation)
    public void person() {
        if (next < events.size()) {
            return;
        }
        engine = new Engine(method);
        events = sessions.get(person++ % PERSONS);
        next = 0;
        while (events.get(next).timeNs() < MEASURED_FROM_NS) {
            engine.update(events.get(next++));
        }
    }

    /** One event of an exercise, 5-s ticks included: every fifth brings one. The percentiles are the figure. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 4)
    @Measurement(iterations = 5, time = 4)
    public boolean update() {
        return engine.update(events.get(next++));
    }
}
