package org.soothe.sensor.gatt;

import java.util.Objects;

/** What a notification of the Heart Rate Measurement characteristic (0x2A37) turned out to be. Immutable. */
public sealed interface HeartRateNotification permits HeartRateMeasurement, HeartRateNotification.Malformed {

    /**
     * The bytes are no measurement; the packet is dropped and counted. Immutable.
     *
     * @param reason what is wrong
     * @param offsetCount bytes before the place where it is wrong
     */
    record Malformed(Reason reason, int offsetCount) implements HeartRateNotification {

        /** Checks that there is a reason. */
        public Malformed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What can be wrong with the bytes. */
    enum Reason {
        /** There is not even a flags byte. */
        EMPTY,
        /** The packet ends before or inside the heart rate. */
        HEART_RATE_CUT_OFF,
        /** The packet ends before or inside the energy that the flags announce. */
        ENERGY_CUT_OFF,
        /** A single byte is left where an RR interval of two would stand. */
        RR_INTERVAL_CUT_OFF,
        /** Bytes are left that no flag announces, so it is not known what they are. */
        UNANNOUNCED_BYTES
    }
}
