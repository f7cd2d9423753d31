package org.soothe.engine;

/** What a person should know about the waves that a sensor sends. */
public enum SignalNote {
    /** Blocks with a sample rate that no finder reads. */
    RATE_UNSUITED(
            "Part of the sensor's data has a sample rate that is not read: ECG needs 100 to 1000 a second, a pulse"
                    + " wave 50 to 1000, acceleration 20 to 1000."),
    /** Blocks that came twice, out of order, empty, or with a time that cannot be. */
    BLOCKS_MISPLACED(
            "Part of the sensor's data came twice, out of order or with an impossible time, and was left out."),
    /** Samples were missing between blocks. */
    SAMPLES_MISSING("Part of the sensor's data is missing."),
    /** A pulse wave of fewer than 100 samples a second. */
    PULSE_RATE_LOW("The pulse wave has fewer than 100 samples a second: enough for the pulse rate, coarse for its"
            + " variability."),
    /** The wave of more than one pulse beat in ten is not good. */
    PULSE_DISTURBED(
            "The pulse wave is too disturbed to be read. Keep the finger still and at the height of the heart.");

    private final String sentence;

    SignalNote(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the note as plain sentences. */
    public String sentence() {
        return sentence;
    }
}
