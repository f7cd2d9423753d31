package org.soothe.sensor.simulated;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.soothe.event.BreathingMode;

/**
 * What happens in a simulated session: rest that serves as reference, an exercise, rest again. Immutable.
 *
 * <p>Lengths are whole seconds; a length of 0 leaves the part out.
 */
public final class SimulatedScript {

    /** Pace of the pacer, breaths per minute (physiology basis 6.1). */
    public static final double PACE_PER_MIN = 5.5;

    private final ResponseKind kind;
    private final Set<AddOn> addOns;
    private final BreathingMode referenceMode;
    private final BreathingMode exerciseMode;
    private final int referenceS;
    private final int exerciseS;
    private final int recoveryS;

    private SimulatedScript(
            ResponseKind kind,
            Set<AddOn> addOns,
            BreathingMode referenceMode,
            BreathingMode exerciseMode,
            int referenceS,
            int exerciseS,
            int recoveryS) {
        this.kind = kind;
        this.addOns = Collections.unmodifiableSet(addOns);
        this.referenceMode = referenceMode;
        this.exerciseMode = exerciseMode;
        this.referenceS = referenceS;
        this.exerciseS = exerciseS;
        this.recoveryS = recoveryS;
    }

    /** Returns a session of 300 s of reference and 300 s of exercise, both breathed the same way, nothing unusual. */
    public static SimulatedScript of(ResponseKind kind, BreathingMode mode) {
        return new SimulatedScript(kind, EnumSet.noneOf(AddOn.class), mode, mode, 300, 300, 0);
    }

    /** Returns this with something unusual added. */
    public SimulatedScript with(AddOn addOn) {
        Set<AddOn> more = EnumSet.of(addOn);
        more.addAll(addOns);
        return new SimulatedScript(kind, more, referenceMode, exerciseMode, referenceS, exerciseS, recoveryS);
    }

    /** Returns this with other lengths. */
    public SimulatedScript lasting(int newReferenceS, int newExerciseS, int newRecoveryS) {
        return new SimulatedScript(
                kind, addOns, referenceMode, exerciseMode, newReferenceS, newExerciseS, newRecoveryS);
    }

    /** Returns this with a reference that is breathed another way than the exercise. */
    public SimulatedScript withReferenceMode(BreathingMode mode) {
        return new SimulatedScript(kind, addOns, mode, exerciseMode, referenceS, exerciseS, recoveryS);
    }

    /** Returns how the body responds in the exercise. */
    public ResponseKind kind() {
        return kind;
    }

    boolean has(AddOn addOn) {
        return addOns.contains(addOn);
    }

    /** Returns the length of the reference. */
    public int referenceS() {
        return referenceS;
    }

    int exerciseEndS() {
        return referenceS + exerciseS;
    }

    int endS() {
        return referenceS + exerciseS + recoveryS;
    }

    BreathingMode referenceMode() {
        return referenceMode;
    }

    BreathingMode exerciseMode() {
        return exerciseMode;
    }

    /** Whether a pacer runs; the rest after the exercise is breathed as the reference. */
    boolean paced(double timeS) {
        boolean exercise = timeS >= referenceS && timeS < exerciseEndS();
        return (exercise ? exerciseMode : referenceMode) == BreathingMode.PACED;
    }

    boolean followsPacer(double timeS) {
        boolean leaves = has(AddOn.LEAVES_PACER) && timeS >= referenceS;
        return paced(timeS) && !has(AddOn.IGNORES_PACER) && !leaves;
    }

    boolean breathesSlowly(double timeS) {
        return has(AddOn.SLOW_BREATH) && timeS >= referenceS && timeS < exerciseEndS() && !paced(timeS);
    }

    boolean meditates(double timeS) {
        return has(AddOn.SLOW_MEDITATION) && timeS >= referenceS && timeS < exerciseEndS();
    }
}
