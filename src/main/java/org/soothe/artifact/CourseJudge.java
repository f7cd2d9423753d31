package org.soothe.artifact;

/**
 * Judges intervals by the smooth course of their neighbours: the accepted ones before, the received ones after. The same
 * rules serve live and final results. Not thread-safe; nothing is allocated per beat.
 *
 * <p>An interval is NORMAL if it steps at most a fifth away from the one before and either lies on the course of two
 * neighbours on each side, within the threshold, or goes on from the ones before (then a disturbance lies ahead).
 *
 * <p>Else a disturbance begins. It is explained as L received intervals standing for k true ones, so that the rhythm
 * after it goes on from the rhythm before it: L = 1, k = 2 a missed beat; L = 2, k = 1 an extra one; L = k = 2 an ectopic
 * beat and its pause; L = k = 1 a single long or short interval. Of the explanations after which the rhythm goes on, the
 * one is taken that keeps the time best, with a price for every interval it changes.
 *
 * <p>Threshold: 7 quartile deviations of departures from the course (4.7 standard deviations if normal), at least 20 ms
 * and 5 %, at most 20 % of the interval. Ours; compared with Lipponen and Tarvainen 2019 in docs/decisions.
 */
final class CourseJudge {

    static final double ALPHA = 7;
    static final double FLOOR_MS = 20;
    static final double FLOOR_RATIO = 0.05;

    /** Largest threshold, and largest step of a sinus beat; 40 bpm of RSA at slow breathing steps by up to 16 %. */
    static final double CEILING_RATIO = 0.20;

    /** Longest disturbance that is explained, in received intervals. */
    static final int LONGEST_BEATS = 4;

    /** How many intervals after the first one must be known before a disturbance is explained. */
    static final int AHEAD_BEATS = LONGEST_BEATS + 1;

    /** How far the rhythm after a disturbance may miss the one before, as a part of the interval. */
    private static final double RETURN_RATIO = 0.15;

    /** Price of each interval that an explanation changes, in thresholds. */
    private static final double PRICE = 0.5;

    /** How much the missed time of an explanation counts, in thresholds. */
    private static final double TIME_WEIGHT = 1;

    private double before1Ms = Double.NaN;
    private double before2Ms = Double.NaN;
    private int length;
    private int pieces;

    /** Forgets what came before: a segment begins. */
    void reset() {
        before1Ms = Double.NaN;
        before2Ms = Double.NaN;
    }

    /** An interval was accepted or corrected and is now the newest one before. */
    void follow(double nnMs) {
        before2Ms = before1Ms;
        before1Ms = nnMs;
    }

    double before1Ms() {
        return before1Ms;
    }

    double before2Ms() {
        return before2Ms;
    }

    /** Returns how many received intervals the disturbance takes that was explained last; 0 if none explains it. */
    int length() {
        return length;
    }

    /** Returns how many true intervals they stand for. */
    int pieces() {
        return pieces;
    }

    /** Returns what the received intervals of the explanation are. */
    BeatClass beatClass() {
        if (pieces != length) {
            return pieces > length ? BeatClass.MISSED : BeatClass.EXTRA;
        }
        return length == 1 ? BeatClass.LONG_SHORT : BeatClass.ECTOPIC;
    }

    static double thresholdMs(double deviationMs, double referenceMs) {
        double ceilingMs = CEILING_RATIO * referenceMs;
        if (Double.isNaN(deviationMs)) {
            return ceilingMs;
        }
        double floorMs = Math.max(FLOOR_MS, FLOOR_RATIO * referenceMs);
        return Math.min(ceilingMs, Math.max(floorMs, ALPHA * deviationMs));
    }

    /**
     * Returns whether an interval is normal. Those after it are NaN where they are not there or lie behind a gap.
     *
     * @param deviationMs quartile deviation of departures from the course in the neighbourhood, NaN if not known
     */
    boolean normal(double rr0Ms, double rr1Ms, double rr2Ms, double deviationMs) {
        if (!StepGate.inRange(rr0Ms)) {
            return false;
        }
        double after1Ms = inRangeOrNaN(rr1Ms);
        double after2Ms = Double.isNaN(after1Ms) ? Double.NaN : inRangeOrNaN(rr2Ms);
        double courseMs = Course.at(1, 1, before2Ms, before1Ms, after1Ms, after2Ms);
        if (Double.isNaN(courseMs)) {
            return true;
        }
        double referenceMs = Double.isNaN(before1Ms) ? courseMs : before1Ms;
        if (Math.abs(rr0Ms - referenceMs) > CEILING_RATIO * referenceMs) {
            return false;
        }
        double thMs = thresholdMs(deviationMs, referenceMs);
        return Math.abs(rr0Ms - courseMs) <= thMs
                || Math.abs(rr0Ms - before1Ms) <= thMs
                || Math.abs(rr0Ms - (2 * before1Ms - before2Ms)) <= thMs;
    }

    /**
     * Explains the disturbance that begins at {@code rrMs[0]}; {@link #length()} and {@link #pieces()} hold the result.
     *
     * @param rrMs the interval and those after it, {@value #AHEAD_BEATS} at least; NaN where there is none
     */
    void explain(double[] rrMs, double deviationMs) {
        length = 0;
        pieces = 0;
        if (Double.isNaN(before1Ms)) {
            return;
        }
        double thMs = thresholdMs(deviationMs, before1Ms);
        double least = Double.POSITIVE_INFINITY;
        double sumMs = 0;
        for (int l = 1; l <= LONGEST_BEATS; l++) {
            sumMs += rrMs[l - 1];
            double after1Ms = inRangeOrNaN(rrMs[l]);
            if (Double.isNaN(after1Ms)) {
                continue;
            }
            double after2Ms = inRangeOrNaN(rrMs[l + 1]);
            if (Math.abs(after2Ms - after1Ms) > CEILING_RATIO * after1Ms) {
                after2Ms = Double.NaN;
            }
            int k = (int) Math.rint(2 * sumMs / (before1Ms + after1Ms));
            if (k < 1 || k > l + 2) {
                continue;
            }
            double returnMs = returnMs(k, after1Ms, after2Ms);
            if (returnMs > Math.max(thMs, RETURN_RATIO * before1Ms)) {
                continue;
            }
            double timeMs = Math.abs(sumMs - Course.sumMs(k, before2Ms, before1Ms, after1Ms, after2Ms));
            double price = PRICE * Math.max(k, l);
            if (Double.isNaN(after2Ms)) {
                price += PRICE;
            }
            double cost = returnMs / thMs + TIME_WEIGHT * timeMs / thMs + price;
            if (cost < least) {
                least = cost;
                length = l;
                pieces = k;
            }
        }
    }

    /** By how much the rhythm after k intervals misses the one before: level, or at the slope of either side. */
    private double returnMs(int k, double after1Ms, double after2Ms) {
        double ms = Math.abs(after1Ms - before1Ms);
        double forwardMs = Math.abs(after1Ms - (before1Ms + (k + 1) * (before1Ms - before2Ms)));
        double backwardMs = Math.abs(before1Ms - (after1Ms + (k + 1) * (after1Ms - after2Ms)));
        if (forwardMs < ms) {
            ms = forwardMs;
        }
        return backwardMs < ms ? backwardMs : ms;
    }

    private static double inRangeOrNaN(double rrMs) {
        return StepGate.inRange(rrMs) ? rrMs : Double.NaN;
    }
}
