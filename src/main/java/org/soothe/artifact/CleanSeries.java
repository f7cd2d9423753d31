package org.soothe.artifact;

/**
 * The final result of cleaning a recording: the accepted intervals, and beside every raw beat its class and corrected
 * value. Immutable.
 */
public final class CleanSeries implements NnSeries {

    private final CleanBuilder built;

    CleanSeries(CleanBuilder built) {
        this.built = built;
    }

    @Override
    public int size() {
        return built.size;
    }

    @Override
    public long timeNs(int i) {
        return built.timeNs[i];
    }

    @Override
    public double nnMs(int i) {
        return built.nnMs[i];
    }

    @Override
    public boolean corrected(int i) {
        return built.corrected[i];
    }

    @Override
    public boolean followsGap(int i) {
        return built.followsGap[i];
    }

    /** Returns the raw beat that ends accepted interval {@code i}, or the one whose interval it is a part of. */
    public int rawIndex(int i) {
        return built.rawIndex[i];
    }

    /** Returns how many raw beats there were. */
    public int rawSize() {
        return built.raw.size();
    }

    /** Returns the time of raw beat {@code raw}. */
    public long rawTimeNs(int raw) {
        return built.raw.timeNs(raw);
    }

    /** Returns the interval of raw beat {@code raw} as received. */
    public double rawMs(int raw) {
        return built.raw.rrMs(raw);
    }

    /** Returns whether a gap lies before raw beat {@code raw}. */
    public boolean rawStartsSegment(int raw) {
        return built.raw.startsSegment(raw);
    }

    /** Returns what raw beat {@code raw} was judged to be. */
    public BeatClass beatClass(int raw) {
        return built.classes[raw];
    }

    /**
     * Returns what stands in the place of raw beat {@code raw}: its interval if normal, the corrected one else; for
     * MISSED the mean of the parts; NaN if left out or if joined with the next.
     */
    public double correctedMs(int raw) {
        return built.correctedMs[raw];
    }

    /** Returns whether raw beat {@code raw} was left out, so that nothing stands for it. */
    public boolean leftOut(int raw) {
        return built.leftOut[raw];
    }

    /** Returns the beats that were not detected and have been put in. */
    public int missedCount() {
        return built.missedCount;
    }

    /** Returns the detections that were no beats and have been taken out. */
    public int extraCount() {
        return built.extraCount;
    }

    /** Returns the ectopic beats; each one touches the interval before it and the one after it. */
    public int ectopicCount() {
        return built.ectopicCount;
    }

    /** Returns the intervals that were too long or too short for their neighbours. */
    public int longShortCount() {
        return built.longShortCount;
    }

    /** Returns the intervals that were left out by the range and step gates. */
    public int rangeCount() {
        return built.rangeCount;
    }
}
