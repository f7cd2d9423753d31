package org.soothe.event;

import java.util.Objects;

/**
 * A phase of the session begins, and the one before it ends. Immutable.
 *
 * @param timeNs when, on the session axis
 * @param phase which phase
 * @param breathing how the person breathes in it
 */
public record PhaseStart(long timeNs, Phase phase, BreathingMode breathing) implements Event {

    /** Checks that nothing is missing. */
    public PhaseStart {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(breathing, "breathing");
    }

    @Override
    public PhaseStart at(long newNs) {
        return new PhaseStart(newNs, phase, breathing);
    }
}
