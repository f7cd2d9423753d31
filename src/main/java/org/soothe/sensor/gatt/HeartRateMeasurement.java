package org.soothe.sensor.gatt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;

/**
 * One notification of the Bluetooth Heart Rate Measurement characteristic (0x2A37 of service 0x180D), as sent: the RR
 * intervals stay in ticks of 1/1024 s. Immutable.
 *
 * <p>Bytes, least significant first:
 *
 * <pre>
 *  offset  0        1          1 + r        1 + r + e
 *        +-------+----------+------------+-------------+- - -+-------------+
 *        | flags | rate     | energy     | RR, oldest  |     | RR, newest  |
 *        | 1     | r=1 or 2 | e=0 or 2   | 2           |     | 2           |
 *        +-------+----------+------------+-------------+- - -+-------------+
 *
 *  flags   bit  7 6 5   4    3        2 1       0
 *               spare   RR   energy   contact   rate has two bytes
 *                                     0x: sensor cannot tell, 10: none, 11: contact
 * </pre>
 *
 * <p>With the RR flag any number of intervals follows up to the end, also none. The spare bits are ignored.
 *
 * @param heartRateBpm heart rate as the sensor says it, often smoothed; 0 from some sensors that do not know
 * @param contact what the sensor says about skin contact
 * @param energyKiloJouleCount energy spent since its reset in kilojoules, null where the sensor sends none
 * @param rr the RR intervals, oldest first
 */
public record HeartRateMeasurement(
        int heartRateBpm, SensorContact contact, @Nullable Integer energyKiloJouleCount, RrIntervals rr)
        implements HeartRateNotification {

    private static final int RATE_HAS_TWO_BYTES = 1;
    private static final int CONTACT_FELT = 1 << 1;
    private static final int CONTACT_SUPPORTED = 1 << 2;
    private static final int ENERGY_PRESENT = 1 << 3;
    private static final int RR_PRESENT = 1 << 4;

    private static final int RR_BYTES = 2;

    /** Checks that nothing is missing. What the sensor sent is not judged here. */
    public HeartRateMeasurement {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(rr, "rr");
    }

    /** Returns what the bytes of a notification say. Never throws on what a sensor sends. */
    public static HeartRateNotification decode(byte[] bytes) {
        if (bytes.length == 0) {
            return malformed(Reason.EMPTY, 0);
        }
        int flags = bytes[0];
        int rateOffset = 1;
        int energyOffset = rateOffset + (has(flags, RATE_HAS_TWO_BYTES) ? 2 : 1);
        if (bytes.length < energyOffset) {
            return malformed(Reason.HEART_RATE_CUT_OFF, bytes.length);
        }
        int rrOffset = energyOffset + (has(flags, ENERGY_PRESENT) ? 2 : 0);
        if (bytes.length < rrOffset) {
            return malformed(Reason.ENERGY_CUT_OFF, bytes.length);
        }
        if (!has(flags, RR_PRESENT) && bytes.length > rrOffset) {
            return malformed(Reason.UNANNOUNCED_BYTES, rrOffset);
        }
        if ((bytes.length - rrOffset) % RR_BYTES != 0) {
            return malformed(Reason.RR_INTERVAL_CUT_OFF, bytes.length - 1);
        }
        int rate = has(flags, RATE_HAS_TWO_BYTES) ? uint16(bytes, rateOffset) : Byte.toUnsignedInt(bytes[rateOffset]);
        Integer energy = has(flags, ENERGY_PRESENT) ? uint16(bytes, energyOffset) : null;
        return new HeartRateMeasurement(rate, contactOf(flags), energy, intervals(bytes, rrOffset));
    }

    /** Returns the measurement as an event that arrived at a time on the session axis; a rate of 0 is none. */
    public RrPacket toRrPacket(long arrivalNs) {
        return new RrPacket(arrivalNs, contact, heartRateBpm > 0 ? heartRateBpm : Double.NaN, rr);
    }

    private static SensorContact contactOf(int flags) {
        if (!has(flags, CONTACT_SUPPORTED)) {
            return SensorContact.UNSUPPORTED;
        }
        return has(flags, CONTACT_FELT) ? SensorContact.PRESENT : SensorContact.LOST;
    }

    private static RrIntervals intervals(byte[] bytes, int offset) {
        int count = (bytes.length - offset) / RR_BYTES;
        if (count == 0) {
            return RrIntervals.none();
        }
        int[] ticks1024 = new int[count];
        for (int i = 0; i < count; i++) {
            ticks1024[i] = uint16(bytes, offset + RR_BYTES * i);
        }
        return RrIntervals.ofTicks1024(ticks1024);
    }

    private static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    private static int uint16(byte[] bytes, int offset) {
        return Byte.toUnsignedInt(bytes[offset]) | Byte.toUnsignedInt(bytes[offset + 1]) << 8;
    }

    private static Malformed malformed(Reason reason, int offset) {
        return new Malformed(reason, offset);
    }
}
