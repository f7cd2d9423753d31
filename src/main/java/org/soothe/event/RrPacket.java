package org.soothe.event;

import java.util.Objects;

/**
 * One packet of a heart-rate sensor: RR intervals, oldest first, as they arrived. Immutable.
 *
 * @param timeNs arrival of the packet on the session axis
 * @param contact what the sensor says about skin contact
 * @param heartRateBpm the sensor's own heart rate, NaN where it sent none; shown, never computed with
 * @param rr the intervals in the unit of the sensor, possibly none
 */
public record RrPacket(long timeNs, SensorContact contact, double heartRateBpm, RrIntervals rr) implements Event {

    /** Checks that nothing is missing. What the sensor sent is not judged here. */
    public RrPacket {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(rr, "rr");
    }

    /** Returns a packet that carries one interval in milliseconds, from a source that knows no contact. */
    public static RrPacket ofMs(long timeNs, double rrMs) {
        return new RrPacket(timeNs, SensorContact.UNSUPPORTED, Double.NaN, RrIntervals.ofMs(rrMs));
    }

    @Override
    public RrPacket at(long newNs) {
        return new RrPacket(newNs, contact, heartRateBpm, rr);
    }
}
