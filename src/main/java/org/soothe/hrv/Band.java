package org.soothe.hrv;

/**
 * A stretch of frequencies, lower edge inclusive, upper edge exclusive. Immutable.
 *
 * <p>Reference: Task Force of the European Society of Cardiology and the North American Society of Pacing and
 * Electrophysiology 1996, "Heart rate variability: standards of measurement", Circulation 93:1043.
 *
 * @param lowHz lower edge, inclusive
 * @param highHz upper edge, exclusive
 */
public record Band(double lowHz, double highHz) {

    /** Very low frequency: 0.0033 to 0.04 Hz. */
    public static final Band VLF = new Band(0.0033, 0.04);

    /** Low frequency: 0.04 to 0.15 Hz. */
    public static final Band LF = new Band(0.04, 0.15);

    /** High frequency: 0.15 to 0.40 Hz. */
    public static final Band HF = new Band(0.15, 0.40);

    /** Refuses edges that are no band. */
    public Band {
        if (!(lowHz >= 0 && lowHz < highHz && highHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a band needs 0 <= low < high, was " + lowHz + " to " + highHz + " Hz");
        }
    }
}
