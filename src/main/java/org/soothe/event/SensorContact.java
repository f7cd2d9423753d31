package org.soothe.event;

/** Skin contact as a sensor reports it. */
public enum SensorContact {
    /** The sensor cannot tell; this is not poor contact. */
    UNSUPPORTED,
    /** The sensor feels no skin: its intervals are not used and the segment ends. */
    LOST,
    /** The sensor feels skin. */
    PRESENT
}
