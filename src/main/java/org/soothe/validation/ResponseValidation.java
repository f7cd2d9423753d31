package org.soothe.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * Runs simulated persons of every class through whole engines and keeps what was said (physiology basis 10.2). The same
 * seed gives the same figures on any number of cores. Not thread-safe itself; it uses all cores.
 */
public final class ResponseValidation {

    /** A phase of 10 min and the tick after it. */
    private static final int LONG_S = 610;

    /** A phase of 5 min and the tick after it. */
    private static final int SHORT_S = 310;

    private static final long SEED_STEP = 64;

    private final ResponseMethod method;
    private final World world;
    private final int persons;
    private final long seed;
    private final LongConsumer progress;
    private final AtomicLong done = new AtomicLong();

    /**
     * Plans a validation.
     *
     * @param method which detector
     * @param world under which laws people live
     * @param persons how many of each class and way of breathing
     * @param seed where the persons' seeds begin
     * @param progress is told how many sessions are done, from any thread
     */
    public ResponseValidation(ResponseMethod method, World world, int persons, long seed, LongConsumer progress) {
        this.method = method;
        this.world = world;
        this.persons = persons;
        this.seed = seed;
        this.progress = progress;
    }

    /** Returns how many sessions {@link #run} plays. */
    public static long sessions(int persons) {
        int classes = ResponseKind.values().length;
        int special = AddOn.values().length;
        return 2L * persons * classes + 2L * perAddOn(persons) * special + 2L * persons + 4L * persons;
    }

    private static int perAddOn(int persons) {
        return Math.max(20, persons / 5);
    }

    /** Plays all sessions. */
    public ResponseFigures run() {
        Map<BreathingMode, Map<ResponseKind, ResponseCohort>> classes = new EnumMap<>(BreathingMode.class);
        Map<BreathingMode, Map<AddOn, ResponseCohort>> special = new EnumMap<>(BreathingMode.class);
        Map<BreathingMode, ResponseCohort> mismatched = new EnumMap<>(BreathingMode.class);
        for (BreathingMode mode : BreathingMode.values()) {
            Map<ResponseKind, ResponseCohort> kinds = new EnumMap<>(ResponseKind.class);
            int block = 0;
            for (ResponseKind kind : ResponseKind.values()) {
                kinds.put(kind, cohort(SimulatedScript.of(kind, mode).lasting(300, LONG_S, 0), persons, block++));
            }
            classes.put(mode, kinds);
            Map<AddOn, ResponseCohort> addOns = new EnumMap<>(AddOn.class);
            for (AddOn addOn : AddOn.values()) {
                SimulatedScript script =
                        SimulatedScript.of(ResponseKind.NEUTRAL, mode).with(addOn);
                addOns.put(addOn, cohort(script.lasting(300, SHORT_S, 0), perAddOn(persons), block++));
            }
            special.put(mode, addOns);
            BreathingMode other = mode == BreathingMode.FREE ? BreathingMode.PACED : BreathingMode.FREE;
            SimulatedScript script =
                    SimulatedScript.of(ResponseKind.THREAT, mode).withReferenceMode(other);
            mismatched.put(mode, cohort(script.lasting(300, SHORT_S, 0), persons, block));
        }
        return new ResponseFigures(method, persons, seed, classes, special, mismatched, corrected());
    }

    /** Each script has seeds of its own, and no two persons share one. */
    private ResponseCohort cohort(SimulatedScript script, int count, int block) {
        List<ResponseOutcome> outcomes = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> tell(ResponseTrial.run(method, world, script, seedOf(i, block))))
                .toList();
        return new ResponseCohort(outcomes);
    }

    private CorrectionErrors corrected() {
        CorrectionErrors errors = new CorrectionErrors();
        for (AddOn artifacts : new AddOn[] {AddOn.ARTIFACTS_APART, AddOn.ARTIFACTS}) {
            for (BreathingMode mode : BreathingMode.values()) {
                double[] percent = IntStream.range(0, persons)
                        .parallel()
                        .mapToDouble(i -> tell(
                                CorrectionTrial.errorPercent(world, artifacts, mode, seedOf(i, (int) SEED_STEP - 1))))
                        .toArray();
                errors.put(artifacts, mode, percent);
            }
        }
        return errors;
    }

    private long seedOf(int person, int block) {
        return seed + SEED_STEP * person + block;
    }

    private <T> T tell(T result) {
        progress.accept(done.incrementAndGet());
        return result;
    }
}
