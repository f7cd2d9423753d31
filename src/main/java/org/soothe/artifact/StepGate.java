package org.soothe.artifact;

/**
 * The range gate, and the step gate of the first beats of a segment, where no threshold is known yet (4.3). Not
 * thread-safe; one per segment follower.
 *
 * <ul>
 *   <li>Range: an interval below 300 ms or above 2000 ms is no interval of a sitting person.
 *   <li>Step, until 20 intervals of the segment are accepted: an interval further than 20 % from the median of the last
 *       five accepted ones is rejected (after Malik), unless it is part of a smooth swing: the steps from the interval
 *       before and to the one after are both at most 18 % of that median. A swing of 40 bpm with slow breathing makes
 *       steps of up to 16 % and must pass.
 *   <li>After three rejections by step in a row the median starts anew from those three; they stay rejected.
 * </ul>
 */
final class StepGate {

    /** Shortest interval in milliseconds (200 bpm). */
    static final double SHORTEST_MS = 300;

    /** Longest interval in milliseconds (30 bpm). */
    static final double LONGEST_MS = 2000;

    /** Accepted intervals after which the step is no longer judged here. */
    static final int LEARNING_BEATS = 20;

    private static final double STEP_RATIO = 0.20;
    private static final double SWING_RATIO = 0.18;
    private static final int MEDIAN_BEATS = 5;
    private static final int RESEED_BEATS = 3;

    private final double[] recentMs = new double[MEDIAN_BEATS];
    private final double[] rejectedMs = new double[RESEED_BEATS];
    private final SlidingQuartiles ordered = new SlidingQuartiles(MEDIAN_BEATS);
    private int recentCount;
    private int rejectedInRow;
    private int accepted;

    static boolean inRange(double rrMs) {
        return rrMs >= SHORTEST_MS && rrMs <= LONGEST_MS;
    }

    /** A segment begins. */
    void reset() {
        ordered.clear();
        recentCount = 0;
        rejectedInRow = 0;
        accepted = 0;
    }

    /** Returns whether so few intervals of the segment are accepted that only this gate judges. */
    boolean learning() {
        return accepted < LEARNING_BEATS;
    }

    /**
     * Judges one interval. Neighbours are as received, NaN where there is none.
     *
     * @return whether the interval is accepted
     */
    boolean accept(double before2Ms, double beforeMs, double rrMs, double afterMs, double after2Ms) {
        if (!inRange(rrMs)) {
            return false;
        }
        if (!learning()) {
            return true;
        }
        if (recentCount > 0
                && !nearMedian(beforeMs, rrMs, afterMs)
                && !Course.carries(before2Ms, beforeMs, rrMs, afterMs, after2Ms)) {
            reject(rrMs);
            return false;
        }
        rejectedInRow = 0;
        accepted++;
        remember(rrMs);
        return true;
    }

    static void describe(MethodText text) {
        text.line("range", "below ", SHORTEST_MS, " or above ", LONGEST_MS, " ms: left out unless explained");
        text.line(
                "start",
                "until ",
                LEARNING_BEATS,
                " intervals of a segment are accepted, which are also judged from the third on: left out further than ",
                STEP_RATIO,
                " from the median of the last ",
                MEDIAN_BEATS,
                " accepted ones (after Malik), unless both steps beside it are at most ",
                SWING_RATIO,
                " of that median or it lies within ",
                Course.CARRY_RATIO,
                " on the course of the received intervals around it; after ",
                RESEED_BEATS,
                " rejections in a row the median starts anew from them");
    }

    private boolean nearMedian(double beforeMs, double rrMs, double afterMs) {
        double medianMs = ordered.median();
        double stepMs = SWING_RATIO * medianMs;
        return Math.abs(rrMs - medianMs) <= STEP_RATIO * medianMs
                || (Math.abs(rrMs - beforeMs) <= stepMs && Math.abs(afterMs - rrMs) <= stepMs);
    }

    private void reject(double rrMs) {
        rejectedMs[rejectedInRow] = rrMs;
        rejectedInRow++;
        if (rejectedInRow == RESEED_BEATS) {
            ordered.clear();
            recentCount = 0;
            rejectedInRow = 0;
            for (double ms : rejectedMs) {
                remember(ms);
            }
        }
    }

    private void remember(double rrMs) {
        int at = recentCount % MEDIAN_BEATS;
        if (recentCount >= MEDIAN_BEATS) {
            ordered.remove(recentMs[at]);
        }
        ordered.add(rrMs);
        recentMs[at] = rrMs;
        recentCount++;
    }
}
