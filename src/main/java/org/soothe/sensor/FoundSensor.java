package org.soothe.sensor;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sensor that is within reach. Immutable.
 *
 * @param description what it is; what it can deliver as far as that is known before it is opened
 * @param signalDbm strength of its radio signal, null where there is no radio or nothing is known
 * @param batteryPercent charge of its battery, null where it is not known
 * @param note what else is known, in words for a person; empty if nothing
 */
public record FoundSensor(
        SensorDescription description,
        @Nullable Integer signalDbm,
        @Nullable Integer batteryPercent,
        String note) {

    /** Checks that nothing is missing. */
    public FoundSensor {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(note, "note");
    }
}
