package org.soothe.response;

import org.soothe.breathing.BreathPacer;
import org.soothe.event.BreathingMode;

/**
 * How a phase is breathed, as far as it matters for comparing: mode, and when paced the rate and the in-breath share. Not
 * thread-safe.
 */
final class Breathing {

    /** Largest difference of two paces that count as the same, breaths per minute (physiology basis, R1). */
    static final double SAME_PACE_PER_MIN = 0.3;

    /** Largest difference of two in-breath shares that count as the same; presets are 0.05 apart. */
    static final double SAME_INHALE_RATIO = 0.02;

    private BreathingMode mode = BreathingMode.FREE;
    private double ratePerMin = Double.NaN;
    private double inhaleRatio = Double.NaN;

    /** Takes what holds at a time: for paced breathing the pacer in force, which may be none. */
    void set(BreathingMode newMode, BreathPacer pacer, long timeNs) {
        mode = newMode;
        boolean paced = newMode == BreathingMode.PACED && pacer.isRunning();
        ratePerMin = paced ? pacer.ratePerMin(timeNs) : Double.NaN;
        inhaleRatio = paced ? pacer.inhaleRatio() : Double.NaN;
    }

    void set(Breathing other) {
        mode = other.mode;
        ratePerMin = other.ratePerMin;
        inhaleRatio = other.inhaleRatio;
    }

    boolean paced() {
        return mode == BreathingMode.PACED;
    }

    /** Returns whether two phases breathed so may be compared; paced without a pacer matches nothing. */
    boolean matches(Breathing other) {
        if (mode != other.mode) {
            return false;
        }
        return mode == BreathingMode.FREE
                || (samePace(other.ratePerMin) && Math.abs(inhaleRatio - other.inhaleRatio) <= SAME_INHALE_RATIO);
    }

    boolean samePace(double otherPerMin) {
        return Math.abs(ratePerMin - otherPerMin) <= SAME_PACE_PER_MIN;
    }
}
