package org.soothe.sensor;

import java.util.Set;

/**
 * What a sensor is. Immutable.
 *
 * @param kind how it is reached, such as {@code simulated}
 * @param name its name for people
 * @param address what finds it again
 * @param capabilities what it can deliver
 */
public record SensorDescription(String kind, String name, String address, Set<Capability> capabilities) {

    /** What a sensor can deliver. */
    public enum Capability {
        /** A heart rate computed by the sensor. */
        HEART_RATE,
        /** Intervals between beats. */
        RR_INTERVALS,
        /** Whether it feels skin. */
        CONTACT,
        /** Energy spent. */
        ENERGY,
        /** Charge of its battery. */
        BATTERY,
        /** Electrocardiogram as a wave. */
        ECG,
        /** Acceleration as a wave. */
        ACCELERATION,
        /** Pulse wave. */
        PULSE_WAVE
    }

    /** Keeps a copy of the capabilities. */
    public SensorDescription {
        capabilities = Set.copyOf(capabilities);
    }
}
