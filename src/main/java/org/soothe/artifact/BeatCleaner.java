package org.soothe.artifact;

import org.soothe.beat.BeatSeries;

/**
 * Cleans a whole recording for reports: gates, classification with neighbours on both sides, correction. Pure; each call
 * works on arrays of its own, so any thread may call it.
 *
 * <p>Two passes over the recording: the first finds the coarse disturbances, the second judges with thresholds from what
 * the first one left, so that frequent artifacts do not hide each other.
 */
public final class BeatCleaner {

    // Design: CourseJudge decides interval by interval, knowing the accepted past and the received future.

    /** Longest disturbance that is corrected, in received intervals; a longer one is left out. */
    static final int LONGEST_RUN = LipponenTarvainen.LONGEST_RUN_BEATS;

    static final double SMALLEST_SCALE = 0.9;
    static final double LARGEST_SCALE = 1.1;

    private final BeatSeries raw;
    private final double[] deviationMs;
    private final CleanBuilder out;
    private final CourseJudge judge = new CourseJudge();
    private final StepGate gate = new StepGate();
    private final double[] aheadMs = new double[CourseJudge.AHEAD_BEATS + 1];
    private final double[] partMs = new double[CourseJudge.LONGEST_BEATS + 3];

    private BeatCleaner(BeatSeries raw, double[] deviationMs) {
        this.raw = raw;
        this.deviationMs = deviationMs;
        this.out = new CleanBuilder(raw);
    }

    /** Returns the final beats of a recording. */
    public static CleanSeries clean(BeatSeries raw) {
        CleanBuilder coarse = new BeatCleaner(raw, CourseDeviation.ofRaw(raw)).pass();
        return new CleanSeries(new BeatCleaner(raw, CourseDeviation.of(coarse)).pass());
    }

    private CleanBuilder pass() {
        int i = 0;
        while (i < raw.size()) {
            if (raw.startsSegment(i)) {
                out.gap();
                judge.reset();
                gate.reset();
            }
            i += gate.learning() ? learn(i) : step(i);
        }
        return out;
    }

    /** The first beats of a segment: the gate must pass them too. Returns how many beats that took. */
    private int learn(int i) {
        double before1Ms = i >= 1 && !raw.startsSegment(i) ? raw.rrMs(i - 1) : Double.NaN;
        double before2Ms = i >= 2 && !raw.startsSegment(i) && !raw.startsSegment(i - 1) ? raw.rrMs(i - 2) : Double.NaN;
        boolean passes = gate.accept(before2Ms, before1Ms, raw.rrMs(i), after(i, 1), after(i, 2));
        boolean judged = !Double.isNaN(judge.before2Ms());
        boolean normal = normal(i);
        if (passes && (!judged || normal)) {
            accept(i);
            return 1;
        }
        if (judged && explained(i)) {
            correct(i);
            return judge.length();
        }
        if (passes) {
            accept(i);
        } else {
            out.range(i);
        }
        return 1;
    }

    /** Judges beat i. Returns how many beats that took. */
    private int step(int i) {
        if (normal(i)) {
            accept(i);
            return 1;
        }
        if (explained(i)) {
            correct(i);
            return judge.length();
        }
        if (judge.withinStep(raw.rrMs(i))) {
            accept(i);
        } else {
            leaveOut(i);
        }
        return 1;
    }

    private boolean normal(int i) {
        return judge.normal(raw.rrMs(i), after(i, 1), after(i, 2), deviationMs[i]);
    }

    private boolean explained(int i) {
        for (int k = 0; k < aheadMs.length; k++) {
            aheadMs[k] = after(i, k);
        }
        judge.explain(aheadMs, deviationMs[i]);
        return judge.length() > 0;
    }

    private void accept(int i) {
        out.normal(i);
        judge.follow(raw.rrMs(i));
    }

    /** Nothing explains the interval: the rhythm starts anew after it. */
    private void leaveOut(int i) {
        if (StepGate.inRange(raw.rrMs(i))) {
            out.flag(i, 1, BeatClass.LONG_SHORT);
            out.longShortCount++;
            out.dropped(i);
        } else {
            out.range(i);
        }
        judge.lose();
    }

    private void correct(int i) {
        int length = judge.length();
        int pieces = judge.pieces();
        count(i, length, pieces);
        double before1Ms = judge.before1Ms();
        double before2Ms = judge.before2Ms();
        double receivedMs = 0;
        double sumMs = 0;
        for (int k = 0; k < length; k++) {
            receivedMs += raw.rrMs(i + k);
        }
        for (int k = 0; k < pieces; k++) {
            partMs[k] = Course.at(k + 1, pieces, before2Ms, before1Ms, aheadMs[length], aheadMs[length + 1]);
            sumMs += partMs[k];
            judge.follow(partMs[k]);
        }
        if (length > LONGEST_RUN) {
            for (int k = 0; k < length; k++) {
                out.dropped(i + k);
            }
            return;
        }
        double factor = receivedMs / sumMs;
        boolean alone = length == 1 && pieces == 1;
        out.replaced(i, length, partMs, pieces, !alone && factor >= SMALLEST_SCALE && factor <= LARGEST_SCALE);
    }

    private void count(int i, int length, int pieces) {
        BeatClass beatClass = judge.beatClass();
        out.flag(i, length, beatClass);
        switch (beatClass) {
            case MISSED -> out.missedCount += pieces - length;
            case EXTRA -> out.extraCount += length - pieces;
            case ECTOPIC -> out.ectopicCount += length / 2;
            default -> out.longShortCount++;
        }
    }

    /** The interval {@code ahead} beats after i if it follows without gap, NaN else. */
    private double after(int i, int ahead) {
        if (i + ahead >= raw.size()) {
            return Double.NaN;
        }
        for (int k = 1; k <= ahead; k++) {
            if (raw.startsSegment(i + k)) {
                return Double.NaN;
            }
        }
        return raw.rrMs(i + ahead);
    }
}
