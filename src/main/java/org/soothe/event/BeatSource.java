package org.soothe.event;

/** What the beats of a sensor or a recording were found in. */
public enum BeatSource {
    /** A chest strap or sports watch that sends RR intervals. */
    STRAP("chest strap"),
    /** An electrocardiogram with marked beats. */
    ECG("electrocardiogram"),
    /** A pulse wave at finger, ear or wrist: pulse rate variability (PRV), which is not quite HRV. */
    PULSE("pulse sensor (pulse rate variability, PRV)"),
    /** Nobody says. */
    UNKNOWN("unknown source");

    private final String words;

    BeatSource(String words) {
        this.words = words;
    }

    /** Returns what the variability of such beats is to be called: HRV, PRV, or UNKNOWN. */
    public String variability() {
        return switch (this) {
            case STRAP, ECG -> "HRV";
            case PULSE -> "PRV";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    /** Returns the source in words for a person. */
    public String words() {
        return words;
    }
}
