package org.soothe.event;

import java.util.Objects;

/**
 * The state of the sensor changed. Immutable.
 *
 * @param timeNs when, on the session axis
 * @param state the new state
 * @param reason why, and what to do, in words for a person
 */
public record SensorStatus(long timeNs, SensorState state, String reason) implements Event {

    /** Checks that nothing is missing. */
    public SensorStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public SensorStatus at(long newNs) {
        return new SensorStatus(newNs, state, reason);
    }
}
