package org.soothe.validation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.soothe.event.BreathingMode;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.World;

/**
 * All detectors on the same simulated persons, in all worlds, paced and free, in phases of five minutes. Each session is
 * simulated once. Seeds fix everything: the same persons and seed give the same figures on any number of cores. Not
 * thread-safe itself; it uses all cores.
 */
public final class ResponseComparison {
    private static final List<ResponseMethod> METHODS = List.of(ResponseMethod.values());
    private static final int REFERENCE_S = 300;

    /** A phase of 5 min and the tick after it. */
    private static final int PHASE_S = 310;

    private static final long SEED_STEP = 64;
    private static final int ADD_ON_PERSONS = 500;

    private final ComparedFigures figures;
    private final LongConsumer progress;
    private final AtomicLong done = new AtomicLong();

    private ResponseComparison(ComparedFigures figures, LongConsumer progress) {
        this.figures = figures;
        this.progress = progress;
    }

    /** Returns how many persons with each add-on: 500, or as many as in the other worlds where that is less. */
    private static int addOnPersons(int others) {
        return Math.min(others, ADD_ON_PERSONS);
    }

    /** Returns how many sessions {@link #run} plays. */
    public static long sessions(int persons, int others) {
        long kinds = ResponseKind.values().length;
        return 2
                * ((2 * kinds - 1) * persons
                        + 2 * kinds * others
                        + (long) AddOn.values().length * addOnPersons(others));
    }

    /**
     * Plays all sessions.
     *
     * @param persons how many of each class and way of breathing in the standard world, early and late
     * @param others how many in each other world, and at most with each add-on
     * @param seed where the persons' seeds begin
     * @param progress is told how many sessions are done, from any thread
     */
    public static ComparedFigures run(int persons, int others, long seed, LongConsumer progress) {
        ComparedFigures figures = new ComparedFigures(persons, others, addOnPersons(others), seed);
        ResponseComparison comparison = new ResponseComparison(figures, progress);
        for (BreathingMode mode : BreathingMode.values()) {
            comparison.classes(mode);
            comparison.special(mode);
        }
        return figures;
    }

    private void classes(BreathingMode mode) {
        int block = 0;
        for (ComparedWorld world : ComparedWorld.values()) {
            for (ResponseKind kind : ResponseKind.values()) {
                if (kind != ResponseKind.NEUTRAL || world != ComparedWorld.LATE) {
                    List<ComparedCohort> cohorts =
                            cohorts(world.world(), SimulatedScript.of(kind, mode), figures.persons(world), block);
                    for (int i = 0; i < METHODS.size(); i++) {
                        figures.put(METHODS.get(i), mode, world, kind, cohorts.get(i));
                    }
                }
                block++;
            }
        }
    }

    private void special(BreathingMode mode) {
        int block = ComparedWorld.values().length * ResponseKind.values().length;
        for (AddOn addOn : AddOn.values()) {
            SimulatedScript script =
                    SimulatedScript.of(ResponseKind.NEUTRAL, mode).with(addOn);
            List<ComparedCohort> cohorts = cohorts(World.STANDARD, script, figures.addOnPersons(), block++);
            for (int i = 0; i < METHODS.size(); i++) {
                figures.put(METHODS.get(i), mode, addOn, cohorts.get(i));
            }
        }
    }

    /** Returns one cohort per method; each script has seeds of its own, and no two persons share one. */
    private List<ComparedCohort> cohorts(World world, SimulatedScript script, int count, int block) {
        SimulatedScript lasting = script.lasting(REFERENCE_S, PHASE_S, 0);
        List<List<double[]>> persons = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> person(world, lasting, figures.seed() + SEED_STEP * i + block))
                .toList();
        return IntStream.range(0, METHODS.size())
                .mapToObj(method -> new ComparedCohort(
                        persons.stream().map(person -> person.get(method)).toList()))
                .toList();
    }

    private List<double[]> person(World world, SimulatedScript script, long seed) {
        List<double[]> kept = ResponseTrial.run(METHODS, world, script, seed).stream()
                .map(ComparedCohort::kept)
                .toList();
        progress.accept(done.incrementAndGet());
        return kept;
    }
}
