package org.soothe.recording.formats;

/**
 * Brings the times of a file onto one axis that never goes back, and counts where it had to. Not thread-safe.
 *
 * <ul>
 *   <li>A clock time that falls past midnight goes on the next day.
 *   <li>Rows in the wrong order by less than a second stand at the same time.
 *   <li>Any other step back, a step ahead of more than a week, and a time that is no number mean that the times begin anew: they
 *       go on where the last ones ended, after a gap.
 * </ul>
 */
final class FileAxis {

    private static final double DAY_MS = 86_400_000;
    private static final double MIDNIGHT_NEAR_MS = 3_600_000;
    private static final double DISORDER_MS = 1000;

    /** No session has a longer hole; time in it would have to be told to the engine, half hour by half hour. */
    private static final double LONGEST_HOLE_MS = 7 * DAY_MS;

    private double shiftMs;
    private int wentBackCount;
    private int leaptAheadCount;

    /** Returns a time of the file on the axis, not before {@code lastMs}. */
    double place(double timeMs, double rrMs, double lastMs) {
        double placedMs = timeMs + shiftMs;
        if (!(placedMs - lastMs <= LONGEST_HOLE_MS)) {
            leaptAheadCount++;
            return beginAnew(timeMs, lastMs + rrMs);
        }
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
        wentBackCount++;
        return beginAnew(timeMs, lastMs + rrMs);
    }

    private double beginAnew(double timeMs, double placedMs) {
        shiftMs = Double.isNaN(timeMs) ? shiftMs : placedMs - timeMs;
        return placedMs;
    }

    /** Returns how often the times of the file began anew. */
    int begunAnewCount() {
        return wentBackCount + leaptAheadCount;
    }

    /** Returns how often they did because they went back. */
    int wentBackCount() {
        return wentBackCount;
    }

    /** Returns how often they did because they leapt ahead. */
    int leaptAheadCount() {
        return leaptAheadCount;
    }
}
