package org.soothe.recording;

/** Unit in which a file writes RR intervals. */
public enum IntervalUnit {
    /** Milliseconds. */
    MS("milliseconds"),
    /** Seconds. */
    S("seconds"),
    /** Ticks of 1/1024 s, the unit of Bluetooth heart-rate straps. */
    TICKS_1024("ticks of 1/1024 s");

    private final String words;

    IntervalUnit(String words) {
        this.words = words;
    }

    /** Returns the unit in words for a person. */
    public String words() {
        return words;
    }

    /** Returns an interval of this unit in milliseconds; milliseconds are returned as they are. */
    public double toMs(double value) {
        return switch (this) {
            case MS -> value;
            case S -> value * 1000;
            case TICKS_1024 -> value * (1000.0 / 1024.0);
        };
    }
}
