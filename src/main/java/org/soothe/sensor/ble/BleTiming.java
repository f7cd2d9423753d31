package org.soothe.sensor.ble;

/**
 * How long the sensor waits for what. Immutable.
 *
 * @param scanMs how long one scan looks before the sensor says what to do and scans again
 * @param choiceMs how long to go on looking for a nearer strap, where several may be meant
 * @param giveUpMs when to give up a strap that was never there; once connected it is never given up
 * @param firstPauseMs pause before the second attempt to connect again
 * @param longestPauseMs pauses double up to this
 * @param silentMs without an interval for this long the sensor is silent
 * @param deadMs without any packet for this long the connection is made anew
 * @param closeMs how long closing may take
 */
public record BleTiming(
        long scanMs,
        long choiceMs,
        long giveUpMs,
        long firstPauseMs,
        long longestPauseMs,
        long silentMs,
        long deadMs,
        long closeMs) {

    /** Returns what suits people: a strap speaks once a second, and wakes up within seconds. */
    public static BleTiming standard() {
        return new BleTiming(20_000, 1_500, 120_000, 1_000, 15_000, 5_000, 30_000, 5_000);
    }
}
