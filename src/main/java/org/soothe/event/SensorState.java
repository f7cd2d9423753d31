package org.soothe.event;

/** What a sensor is doing. "Connected" and "streaming" differ: a strap may be connected and send no RR. */
public enum SensorState {
    /** Looking for the sensor. */
    SEARCHING(false),
    /** Connected; no RR intervals yet. */
    CONNECTED(true),
    /** RR intervals arrive. */
    STREAMING(true),
    /** Connected, but the intervals stopped, or the source left beats out: the next interval has no neighbour. */
    SILENT(false),
    /** The connection broke. */
    LOST(false),
    /** Trying to connect again. */
    RECONNECTING(false),
    /** Given up. Nothing more comes. */
    FAILED(false),
    /** Over: all there was has come. Nothing more comes. */
    ENDED(false);

    private final boolean keepsSegment;

    SensorState(boolean keepsSegment) {
        this.keepsSegment = keepsSegment;
    }

    /** Returns whether nothing more comes from a sensor in this state. */
    public boolean isFinal() {
        return this == FAILED || this == ENDED;
    }

    /** Returns whether intervals before and after this state may still be neighbours. */
    public boolean keepsSegment() {
        return keepsSegment;
    }
}
