package org.soothe.artifact;

/**
 * Judges intervals by the smooth course of their neighbours: the accepted ones before, the received ones after. The same
 * rules serve live and final results. Not thread-safe; nothing is allocated per beat.
 *
 * <p>NORMAL: the interval steps no further from the one before than a sinus beat does, and lies within the threshold on
 * the course of two neighbours on each side, or goes on from the ones before (level or at their slope: then a disturbance
 * lies ahead).
 *
 * <p>Else a disturbance may begin. It is explained as l received intervals standing for k true ones, so that the rhythm
 * after it goes on from the rhythm before it: l = 1, k = 2 a missed beat; l = 2, k = 1 an extra one; l = k = 2 an ectopic
 * beat and its pause; l = k = 1 a single long or short interval. The explanation with the largest gain is taken: the sum
 * of departures of the received intervals from the course through the hole, less what the explanation misses at its end
 * and in time, less a price per interval; all in thresholds. If none gains more than it costs, an interval within a fifth
 * of the one before is the heart's own doing and stays; a larger step is left out.
 *
 * <p>Threshold: 6.5 times the median size of departures from the course in the neighbourhood (4.4 standard deviations if
 * normal), at least 20 ms and 3 %, at most the largest step. All constants are judgement; see docs/decisions/0010, 0014.
 */
final class CourseJudge {

    /** Longest disturbance that is explained, in received intervals. */
    static final int LONGEST_BEATS = 4;

    /** How many intervals after the first one must be known before a disturbance is explained. */
    static final int AHEAD_BEATS = LONGEST_BEATS + 1;

    /** Threshold in median sizes of departures. */
    private static final double ALPHA = 6.5;

    private static final double FLOOR_MS = 20;
    private static final double FLOOR_RATIO = 0.03;

    /** How much the slope of a swing widens the threshold. */
    private static final double SLOPE_RATIO = 0.4;

    /** Largest step of a sinus beat from rest, per interval; 40 bpm of RSA at slow breathing steps by up to 16 %. */
    private static final double STEP_RATIO = 0.20;

    /** Deeper breathing announces itself: half as much again as the largest of the newest steps is no surprise. */
    private static final double STEP_GROWTH = 1.5;

    private static final double MOST_STEP_RATIO = 0.40;

    /** Beats whose steps are remembered, a slow breath and a half. */
    private static final int STEP_BEATS = 16;

    /** Largest step of an interval that lies on the course and that nothing else explains. */
    private static final double LOOSE_RATIO = 0.30;

    /** How much further the rhythm may have gone for each interval left out. */
    private static final double LOST_GROWTH = 0.5;

    /** Intervals left out in a row after which what came before says nothing any more. */
    private static final int LOST_BEATS = 5;

    /** How far the rhythm after a disturbance may miss the one before, per interval. */
    private static final double RETURN_RATIO = 0.12;

    /** How far missed and extra beats may miss the time, per interval. */
    private static final double TIME_RATIO = 0.20;

    /** A single interval that does not keep the time is no error of detection; below this part it is the heart's own. */
    private static final double SINGLE_RATIO = 0.10;

    /** Price of each interval of an explanation, in thresholds. */
    private static final double PRICE = 0.55;

    /** How much time an explanation may miss for nothing, in thresholds. */
    private static final double FREE_TIME = 0.5;

    /** What an explanation must gain above its cost, in thresholds, where the interval could stay. */
    private static final double LEAST_GAIN = 0;

    /** Most true intervals one received interval can stand for. */
    private static final int MOST_PIECES = 3;

    private final double[] stepRatios = new double[STEP_BEATS];
    private double before1Ms = Double.NaN;
    private double before2Ms = Double.NaN;
    private int length;
    private int pieces;
    private boolean onCourse;
    private int lostCount;
    private int stepAt;
    private double stepRatio = STEP_RATIO;

    /** Forgets what came before: a segment begins. */
    void reset() {
        before1Ms = Double.NaN;
        before2Ms = Double.NaN;
        lostCount = 0;
    }

    /** An interval was accepted or corrected and is now the newest one before. */
    void follow(double nnMs) {
        if (!Double.isNaN(before1Ms)) {
            rememberStep(Math.abs(nnMs - before1Ms) / before1Ms);
        }
        lostCount = 0;
        before2Ms = before1Ms;
        before1Ms = nnMs;
    }

    private void rememberStep(double ratio) {
        stepRatios[stepAt] = ratio;
        stepAt = (stepAt + 1) % STEP_BEATS;
        double largest = 0;
        for (double remembered : stepRatios) {
            largest = Math.max(largest, remembered);
        }
        stepRatio = Math.min(MOST_STEP_RATIO, Math.max(STEP_RATIO, STEP_GROWTH * largest));
    }

    /** An interval was left out. After five in a row what came before says nothing any more. */
    void lose() {
        lostCount++;
        if (lostCount == LOST_BEATS) {
            reset();
        }
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

    private double thresholdMs(double deviationMs, double referenceMs) {
        double ceilingMs = stepRatio * referenceMs;
        if (Double.isNaN(deviationMs)) {
            return ceilingMs;
        }
        double floorMs = Math.max(FLOOR_MS, FLOOR_RATIO * referenceMs);
        return Math.min(ceilingMs, Math.max(floorMs, ALPHA * deviationMs));
    }

    /**
     * Returns whether an interval is plainly normal. Those after it are NaN where they are not there or lie behind a gap.
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
        double thMs = thresholdMs(deviationMs, referenceMs);
        double departureMs = Math.abs(rr0Ms - courseMs);
        departureMs = lesser(departureMs, Math.abs(rr0Ms - before1Ms));
        departureMs = lesser(departureMs, Math.abs(rr0Ms - (2 * before1Ms - before2Ms)));
        boolean rising = rr0Ms > before1Ms && after1Ms > rr0Ms;
        boolean falling = rr0Ms < before1Ms && after1Ms < rr0Ms;
        double slopeMs = rising || falling ? Math.abs(after1Ms - before1Ms) / 2 : 0;
        slopeMs = Math.max(slopeMs, Double.isNaN(before2Ms) ? 0 : Math.abs(before1Ms - before2Ms));
        thMs += SLOPE_RATIO * slopeMs;
        onCourse = departureMs <= thMs || Double.isNaN(after1Ms);
        return departureMs <= thMs && stepsFrom(referenceMs, rr0Ms);
    }

    /**
     * Explains the disturbance that begins at {@code rrMs[0]}; {@link #length()} and {@link #pieces()} hold the result.
     * To be called after {@link #normal} denied that interval.
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
        double most = withinStep(rrMs[0]) ? LEAST_GAIN : Double.NEGATIVE_INFINITY;
        double sumMs = 0;
        for (int l = 1; l <= LONGEST_BEATS; l++) {
            sumMs += rrMs[l - 1];
            double after1Ms = inRangeOrNaN(rrMs[l]);
            int k = (int) Math.rint(2 * sumMs / (before1Ms + after1Ms));
            if (Double.isNaN(after1Ms) || k < 1 || (k > l && (l > 1 || k > MOST_PIECES))) {
                continue;
            }
            double after2Ms = inRangeOrNaN(rrMs[l + 1]);
            if (Math.abs(after2Ms - after1Ms) > stepRatio * after1Ms) {
                after2Ms = Double.NaN;
            }
            double returnMs = returnMs(k, after1Ms, after2Ms);
            double timeMs = Math.abs(sumMs - Course.sumMs(k, before2Ms, before1Ms, after1Ms, after2Ms));
            if (returnMs > Math.max(thMs, RETURN_RATIO * before1Ms)
                    || (k != l && timeMs > Math.max(thMs, TIME_RATIO * before1Ms))
                    || (k == 1 && l == 1 && timeMs < SINGLE_RATIO * before1Ms)) {
                continue;
            }
            double cost = returnMs / thMs + PRICE * Math.max(k, l);
            if (k != 1 || l != 1) {
                cost += Math.max(0, timeMs / thMs - FREE_TIME);
            }
            if (l == LONGEST_BEATS) {
                cost += 2 * PRICE;
            }
            if (Double.isNaN(after2Ms)) {
                cost += PRICE;
            }
            double gain = gain(rrMs, l, k, after1Ms, after2Ms) / thMs - cost;
            if (gain > most) {
                most = gain;
                length = l;
                pieces = k;
            }
        }
    }

    /** By how much the received intervals depart from the course in all; of equal number, interval by interval. */
    private double gain(double[] rrMs, int l, int k, double after1Ms, double after2Ms) {
        double ms = 0;
        for (int i = 0; i < l; i++) {
            int x = Math.min(i + 1, k);
            ms += Math.abs(rrMs[i] - Course.at(x, k, before2Ms, before1Ms, after1Ms, after2Ms));
        }
        return ms;
    }

    /** Returns whether an interval is no further from the one before than a sinus beat steps. */
    boolean withinStep(double rrMs) {
        if (!StepGate.inRange(rrMs)) {
            return false;
        }
        double stepMs = Math.abs(rrMs - before1Ms);
        return stepMs <= STEP_RATIO * before1Ms || (stepMs <= LOOSE_RATIO * before1Ms && onCourse);
    }

    private boolean stepsFrom(double fromMs, double toMs) {
        return Math.abs(toMs - fromMs) <= stepRatio * (1 + LOST_GROWTH * lostCount) * fromMs;
    }

    /** By how much the rhythm after k intervals misses the one before: level, or by the mean of both slopes. */
    private double returnMs(int k, double after1Ms, double after2Ms) {
        double stepMs = after1Ms - before1Ms;
        double slopeMs = (before1Ms - before2Ms + after2Ms - after1Ms) / 2;
        return lesser(Math.abs(stepMs), Math.abs(stepMs - (k + 1) * slopeMs));
    }

    /** The lesser of two, the first if the second is NaN. */
    private static double lesser(double a, double b) {
        return b < a ? b : a;
    }

    /** All constants above, for the method card. */
    static void describe(MethodText text) {
        text.line(
                "threshold",
                ALPHA,
                " median departures, at least ",
                FLOOR_MS,
                " ms and ",
                FLOOR_RATIO,
                " of the interval before, at most the largest step; in a swing wider by ",
                SLOPE_RATIO,
                " of its slope");
        text.line(
                "step",
                "largest step ",
                STEP_RATIO,
                " of the interval before, or ",
                STEP_GROWTH,
                " times the largest of the newest ",
                STEP_BEATS,
                " steps, at most ",
                MOST_STEP_RATIO,
                "; ",
                LOST_GROWTH,
                " of that more for each interval left out in a row; after ",
                LOST_BEATS,
                " of them what came before is forgotten");
        describeExplanations(text);
    }

    private static void describeExplanations(MethodText text) {
        text.line(
                "explanation",
                "up to ",
                LONGEST_BEATS,
                " received intervals for as many or fewer true ones, or one for up to ",
                MOST_PIECES,
                "; the rhythm after them misses the one before by at most the threshold or ",
                RETURN_RATIO,
                " of an interval, missed and extra beats the time by at most the threshold or ",
                TIME_RATIO,
                "; a single one that misses the time by less than ",
                SINGLE_RATIO,
                " is the heart's own");
        text.line(
                "price",
                "gain = departures of the received intervals from the course less what the rhythm after them misses and the"
                        + " missed time beyond ",
                FREE_TIME,
                ", all in thresholds; less ",
                PRICE,
                " per interval, ",
                2 * PRICE,
                " more for ",
                LONGEST_BEATS,
                " intervals, ",
                PRICE,
                " more with one interval after them; the largest gain is taken, where the interval could stay only above ",
                LEAST_GAIN);
        text.line(
                "unexplained",
                "accepted within ",
                STEP_RATIO,
                " of the interval before, on the course within ",
                LOOSE_RATIO,
                "; left out otherwise, also a long or short interval, and counted as leftOut");
    }

    private static double inRangeOrNaN(double rrMs) {
        return StepGate.inRange(rrMs) ? rrMs : Double.NaN;
    }
}
