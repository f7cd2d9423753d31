package org.soothe.sensor.gatt;

import java.util.Locale;
import org.soothe.event.BeatSource;

/** Where a heart-rate sensor sits, as the Body Sensor Location characteristic (0x2A38) says it in one byte. */
public enum BodyLocation {
    /** Somewhere else. */
    OTHER,
    /** Chest. */
    CHEST,
    /** Wrist. */
    WRIST,
    /** Finger. */
    FINGER,
    /** Hand. */
    HAND,
    /** Ear lobe. */
    EAR_LOBE,
    /** Foot. */
    FOOT,
    /** The sensor does not say, or says what is in no list. */
    UNKNOWN;

    /** Returns what the bytes of the characteristic say. */
    public static BodyLocation decode(byte[] bytes) {
        if (bytes.length != 1) {
            return UNKNOWN;
        }
        return switch (bytes[0]) {
            case 0 -> OTHER;
            case 1 -> CHEST;
            case 2 -> WRIST;
            case 3 -> FINGER;
            case 4 -> HAND;
            case 5 -> EAR_LOBE;
            case 6 -> FOOT;
            default -> UNKNOWN;
        };
    }

    /**
     * Returns what beats are found in at this place: away from the chest it is the pulse wave, so the variability is PRV. A
     * sensor that does not say where it sits is taken for the chest strap that most of them are.
     */
    public BeatSource source() {
        return switch (this) {
            case CHEST, UNKNOWN, OTHER -> BeatSource.STRAP;
            case WRIST, FINGER, HAND, EAR_LOBE, FOOT -> BeatSource.PULSE;
        };
    }

    /** Returns the place in words for a person. */
    public String words() {
        return this == OTHER || this == UNKNOWN
                ? "an unknown place"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
