package org.soothe.event;

import java.util.Objects;

/**
 * Which sensor the events after this one come from. It decides whether their variability is called HRV or PRV. Immutable.
 *
 * @param timeNs when it became known, on the session axis
 * @param kind how the sensor is reached, such as {@code ble} or {@code serial}
 * @param name its name for people
 * @param address what finds it again
 * @param source what its beats are found in
 * @param details what else it says of itself, such as maker, model, firmware and place on the body; empty if nothing
 */
public record SensorIdentity(long timeNs, String kind, String name, String address, BeatSource source, String details)
        implements Event {

    /** Checks that nothing is missing. */
    public SensorIdentity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(details, "details");
    }

    @Override
    public SensorIdentity at(long newNs) {
        return new SensorIdentity(newNs, kind, name, address, source, details);
    }
}
