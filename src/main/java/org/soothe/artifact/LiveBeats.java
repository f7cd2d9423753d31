package org.soothe.artifact;

import org.soothe.beat.BeatSink;

/**
 * Judges beats as they come: provisional at once; a normal beat is decided when two more are heard, a disturbance as a whole
 * when at most {@value CourseJudge#AHEAD_BEATS} more are heard than it begins with, or a gap follows. Not thread-safe; one
 * per engine, owned by its thread. All state is of fixed size; nothing is allocated per beat.
 *
 * <p>Corrections are linear. Beats are numbered from 0 for ever (ordinals); the newest {@value RawRing#CAPACITY} are kept.
 */
public final class LiveBeats implements BeatSink {

    // Design: beats from nextOrdinal on are heard and not decided. CourseJudge sees the accepted past and the received
    // future; its thresholds come from the trailing deviation.

    private static final int AHEAD_BEATS = 2;
    private static final double NS_PER_MS = 1e6;
    private static final double MS_PER_MIN = 60_000;

    private final RawRing raw = new RawRing();
    private final NnRing nn = new NnRing();
    private final StepGate gate = new StepGate();
    private final CourseJudge judge = new CourseJudge();
    private final TrailingDeviation deviation = new TrailingDeviation();
    private final double[] aheadMs = new double[CourseJudge.AHEAD_BEATS + 1];
    private final double[] partMs = new double[CourseJudge.LONGEST_BEATS + 3];
    private final long[] counts = new long[6];
    private long leftOutCount;

    private long nextOrdinal;
    private long segmentOrdinal = -1;

    @Override
    public void beat(long timeNs, double rrMs, boolean startsSegment) {
        raw.add(timeNs, rrMs, startsSegment);
        decide();
    }

    @Override
    public void gapFound(int beatCount, long shiftNs) {
        long from = Math.max(0, raw.count() - beatCount);
        if (!raw.holds(from)) {
            return;
        }
        raw.shift(from, shiftNs);
        nn.shift(from, shiftNs);
        decide();
    }

    @Override
    public boolean refined(int backCount, double rrMs) {
        long ordinal = raw.count() - 1 - backCount;
        if (ordinal < nextOrdinal || !raw.holds(ordinal)) {
            return false;
        }
        raw.refine(ordinal, rrMs);
        return true;
    }

    /** Returns the accepted intervals; a view that moves on with every beat. */
    public NnSeries nn() {
        return nn;
    }

    /** Forgets everything but the counters. */
    public void reset() {
        raw.clear();
        nn.clear();
        gate.reset();
        judge.reset();
        deviation.clear();
        nextOrdinal = 0;
        segmentOrdinal = -1;
    }

    /** Returns how many beats were heard, which is the ordinal of the next one. */
    public long heardCount() {
        return raw.count();
    }

    /** Returns how many of them are decided. */
    public long decidedCount() {
        return nextOrdinal;
    }

    /** Returns the time of the newest beat, Long.MIN_VALUE where there is none. */
    public long newestTimeNs() {
        return raw.count() == 0 ? Long.MIN_VALUE : raw.timeNs(raw.count() - 1);
    }

    /** Returns the newest interval at once, NaN where there is none or it is outside the range gate. */
    public double provisionalRrMs() {
        if (raw.count() == 0 || !StepGate.inRange(raw.rrMs(raw.count() - 1))) {
            return Double.NaN;
        }
        return raw.rrMs(raw.count() - 1);
    }

    /** Returns the heart rate of the newest interval alone, NaN as {@link #provisionalRrMs}. */
    public double provisionalHeartRateBpm() {
        return MS_PER_MIN / provisionalRrMs();
    }

    /** Returns the time of the newest decided beat, Long.MIN_VALUE where there is none. */
    public long decidedTimeNs() {
        return nextOrdinal == 0 ? Long.MIN_VALUE : raw.timeNs(nextOrdinal - 1);
    }

    /** Returns whether a beat is still kept. */
    public boolean holds(long ordinal) {
        return raw.holds(ordinal);
    }

    /** Returns the time of a kept beat. */
    public long timeNs(long ordinal) {
        return raw.timeNs(ordinal);
    }

    /** Returns the interval of a kept beat as received. */
    public double rrMs(long ordinal) {
        return raw.receivedMs(ordinal);
    }

    /** Returns the class of a kept and decided beat; NORMAL while not decided. */
    public BeatClass beatClass(long ordinal) {
        return raw.beatClass(ordinal);
    }

    /** Returns what stands in the place of a kept beat; NaN if left out, joined with the next, or still open. */
    public double correctedMs(long ordinal) {
        return raw.correctedMs(ordinal);
    }

    /** Returns whether a gap lies before a kept beat. */
    public boolean startsSegment(long ordinal) {
        return raw.startsSegment(ordinal);
    }

    /** Returns how many decided intervals were of a class since the start. */
    public long count(BeatClass beatClass) {
        return counts[indexOf(beatClass)];
    }

    /** Returns how many decided intervals were left out since the start, whatever their class; nothing stands for them. */
    public long leftOutCount() {
        return leftOutCount;
    }

    private void decide() {
        boolean decided = true;
        while (decided && nextOrdinal < raw.count() && known(nextOrdinal, AHEAD_BEATS)) {
            if (raw.startsSegment(nextOrdinal)) {
                nn.gap();
                if (nextOrdinal != segmentOrdinal) {
                    segmentOrdinal = nextOrdinal;
                    judge.reset();
                    gate.reset();
                    deviation.breakChain();
                }
            }
            int beats = step(nextOrdinal);
            for (long k = nextOrdinal; k < nextOrdinal + beats; k++) {
                deviation.received(before(k, 2), before(k, 1), raw.rrMs(k), after(k, 1), after(k, 2));
            }
            nextOrdinal += beats;
            decided = beats > 0;
        }
    }

    /** Returns whether all is heard that can follow a beat within some beats: them, or a gap. */
    private boolean known(long at, int ahead) {
        for (long k = at + 1; k <= at + ahead; k++) {
            if (k == raw.count()) {
                return false;
            }
            if (raw.startsSegment(k)) {
                return true;
            }
        }
        return true;
    }

    private int step(long at) {
        double rrMs = raw.rrMs(at);
        if (gate.learning()) {
            if (gate.accept(before(at, 2), before(at, 1), rrMs, after(at, 1), after(at, 2))) {
                normal(at, rrMs);
            } else {
                range(at);
            }
            return 1;
        }
        if (judge.normal(rrMs, after(at, 1), after(at, 2), deviation.ms())) {
            normal(at, rrMs);
            return 1;
        }
        if (!known(at, CourseJudge.AHEAD_BEATS)) {
            return 0;
        }
        for (int k = 0; k < aheadMs.length; k++) {
            aheadMs[k] = after(at, k);
        }
        judge.explain(aheadMs, deviation.ms());
        if (judge.length() == 0) {
            if (judge.withinStep(rrMs)) {
                normal(at, rrMs);
            } else {
                leaveOut(at);
            }
            return 1;
        }
        correct(at);
        return judge.length();
    }

    private void normal(long at, double rrMs) {
        judged(at, BeatClass.NORMAL, rrMs);
        nn.add(raw.timeNs(at), rrMs, false, at);
        judge.follow(rrMs);
        deviation.accepted(rrMs);
    }

    private void range(long at) {
        judged(at, BeatClass.RANGE, Double.NaN);
        leftOutCount++;
        nn.gap();
        deviation.breakChain();
    }

    /** Nothing explains the interval: the rhythm starts anew after it. */
    private void leaveOut(long at) {
        judged(at, StepGate.inRange(raw.rrMs(at)) ? BeatClass.LONG_SHORT : BeatClass.RANGE, Double.NaN);
        leftOutCount++;
        nn.gap();
        deviation.breakChain();
        judge.lose();
    }

    private void correct(long at) {
        int length = judge.length();
        int pieces = judge.pieces();
        BeatClass beatClass = judge.beatClass();
        double beforeMs = judge.before1Ms();
        double receivedMs = 0;
        double sumMs = 0;
        for (int k = 0; k < length; k++) {
            receivedMs += raw.rrMs(at + k);
            judged(at + k, beatClass, Double.NaN);
        }
        for (int k = 0; k < pieces; k++) {
            partMs[k] = Course.at(k + 1, pieces, Double.NaN, beforeMs, aheadMs[length], Double.NaN);
            sumMs += partMs[k];
            judge.follow(partMs[k]);
        }
        deviation.breakChain();
        if (length > BeatCleaner.LONGEST_RUN) {
            leftOutCount += length;
            nn.gap();
            return;
        }
        double factor = receivedMs / sumMs;
        boolean alone = length == 1 && pieces == 1;
        boolean scaled = !alone && factor >= BeatCleaner.SMALLEST_SCALE && factor <= BeatCleaner.LARGEST_SCALE;
        long endNs = raw.timeNs(at + length - 1);
        double passedMs = 0;
        for (int k = 0; k < pieces; k++) {
            double shareMs = partMs[k] * factor;
            passedMs += shareMs;
            long atNs = k == pieces - 1 ? endNs : endNs - Math.round((receivedMs - passedMs) * NS_PER_MS);
            double ms = scaled ? shareMs : partMs[k];
            nn.add(atNs, ms, true, at + Math.min(k, length - 1));
            int beat = k + length - pieces;
            if (beat >= 0) {
                raw.judged(at + beat, beatClass, pieces > length ? receivedMs / pieces : ms);
            }
        }
    }

    private void judged(long at, BeatClass beatClass, double ms) {
        raw.judged(at, beatClass, ms);
        counts[indexOf(beatClass)]++;
    }

    /** The interval some beats after one if it is heard and follows without gap, NaN else. */
    private double after(long at, int ahead) {
        for (long k = at + 1; k <= at + ahead; k++) {
            if (k >= raw.count() || raw.startsSegment(k)) {
                return Double.NaN;
            }
        }
        return raw.rrMs(at + ahead);
    }

    /** The interval some beats before one if it is kept and follows without gap, NaN else. */
    private double before(long at, int back) {
        for (long k = at; k > at - back; k--) {
            if (raw.startsSegment(k) || !raw.holds(k - 1)) {
                return Double.NaN;
            }
        }
        return raw.rrMs(at - back);
    }

    private static int indexOf(BeatClass beatClass) {
        return switch (beatClass) {
            case NORMAL -> 0;
            case RANGE -> 1;
            case ECTOPIC -> 2;
            case MISSED -> 3;
            case EXTRA -> 4;
            case LONG_SHORT -> 5;
        };
    }
}
