package org.soothe.sensor.simulated;

/**
 * Breath phase of a simulated person: with the pacer, free with jitter per breath, or the irregular breathing of
 * speech (physiology 10.1).
 *
 * <p>Not thread-safe; owned by one simulated heart.
 */
final class BreathRhythm {
    private static final double TURN_RAD = 2 * StrictMath.PI;
    private static final double JITTER_RATIO = 0.12;
    private static final double SPEECH_MIN_HZ = 0.08;
    private static final double SPEECH_MAX_HZ = 0.40;
    private static final double SLOWEST_HZ = 0.05;

    private final NormalSource random;
    private final double freeHz;
    private double phaseRad;
    private double breathHz;

    BreathRhythm(double freePerMin, NormalSource random) {
        this.random = random;
        freeHz = freePerMin / 60;
        phaseRad = random.uniform(0, TURN_RAD);
        breathHz = jittered();
    }

    private double jittered() {
        return Math.max(SLOWEST_HZ, freeHz * (1 + JITTER_RATIO * random.normal()));
    }

    /** One grid step of breathing without a pacer. */
    void stepFree(double stepS, boolean speaking) {
        phaseRad += TURN_RAD * breathHz * stepS;
        if (phaseRad >= TURN_RAD) {
            phaseRad -= TURN_RAD;
            breathHz = speaking ? random.uniform(SPEECH_MIN_HZ, SPEECH_MAX_HZ) : jittered();
        }
    }

    /** Breath phase of somebody who follows the pacer. */
    void follow(double pacerPhaseRad) {
        phaseRad = pacerPhaseRad % TURN_RAD;
    }

    double phaseRad() {
        return phaseRad;
    }
}
