package org.soothe.recording.formats;

/**
 * Brings the times of a file onto one axis that never goes back, and counts where it had to. Not thread-safe.
 *
 * <ul>
 *   <li>A clock time that falls past midnight goes on the next day.
 *   <li>Rows in the wrong order by less than a second stand at the same time.
 *   <li>Any other step back means that the times begin anew: they go on where the last ones ended, after a gap.
 * </ul>
 */
final class FileAxis {

    private static final double DAY_MS = 86_400_000;
    private static final double MIDNIGHT_NEAR_MS = 3_600_000;
    private static final double DISORDER_MS = 1000;

    private double shiftMs;
    private int begunAnewCount;

    /** Returns a time of the file on the axis, not before {@code lastMs}. */
    double place(double timeMs, double rrMs, double lastMs) {
        double placedMs = timeMs + shiftMs;
        if (placedMs >= lastMs) {
            return placedMs;
        }
        if (lastMs - placedMs < DISORDER_MS) {
            return lastMs;
        }
        double nextDayMs = placedMs + DAY_MS;
        if (nextDayMs >= lastMs && nextDayMs - lastMs < MIDNIGHT_NEAR_MS) {
            shiftMs += DAY_MS;
            return nextDayMs;
        }
        begunAnewCount++;
        shiftMs += lastMs + rrMs - placedMs;
        return lastMs + rrMs;
    }

    /** Returns how often the times of the file began anew. */
    int begunAnewCount() {
        return begunAnewCount;
    }
}
