package org.soothe.breathing;

/** What the pacer had to change in a setting, or why it took none of it; each with a sentence for a person. */
public enum PacerNote {
    /** The rate is missing, infinite, zero or negative; the setting is refused. */
    RATE_UNREADABLE("The breathing rate is not a number of breaths; the pacer goes on as before."),
    /** The rate was below the limit and is raised to it. */
    RATE_RAISED("The breathing rate was slower than allowed; the slowest allowed rate is used."),
    /** The rate was above the limit and is lowered to it. */
    RATE_LOWERED("The breathing rate was faster than allowed; the fastest allowed rate is used."),
    /** The share of the in-breath is missing; the usual one is used. */
    INHALE_DEFAULTED("The share of the in-breath was not given; the usual one is used."),
    /** The share of the in-breath was outside the limits and is moved to the nearer one. */
    INHALE_LIMITED("The share of the in-breath was outside the limits; the nearest allowed one is used."),
    /** A pause is missing or negative; there is none. */
    PAUSE_DROPPED("A pause was not a length of time; there is none."),
    /** A pause was too long and is shortened. */
    PAUSE_SHORTENED("A pause was longer than allowed; the longest allowed one is used."),
    /** The start of the ramp is missing; the usual one is used. */
    RAMP_START_DEFAULTED("The person's own rate was not known; the ramp starts at the usual rate."),
    /** The start of the ramp was outside the limits and is moved to the nearer one. */
    RAMP_START_LIMITED("The start of the ramp was outside the limits; the nearest allowed rate is used."),
    /** The setting carries a time before the one in force and takes effect at that one's time. */
    TIME_MOVED("The setting came late; it takes effect where the one before it began.");

    private final String sentence;

    PacerNote(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the note as one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
