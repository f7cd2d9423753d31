package org.soothe.artifact;

/**
 * Tells a rhythm in which heart rate variability means nothing (atrial fibrillation, very frequent ectopic beats) from a
 * sinus rhythm, by the intervals as received. Not thread-safe; one per engine or analysis. Fixed state, nothing is
 * allocated.
 *
 * <p>Live: the newest 64 beats, not older than 75 s, so that a slow heart fills the 48 that a verdict takes and a disturbance
 * that is over is forgotten all the same. Final: blocks of 64 beats, half overlapping; a window is irregular if more than a
 * quarter of its blocks are, and has frequent ectopic beats if more than 10 % of all its intervals turn sharply.
 */
public final class IrregularRhythm {

    private static final long OLDEST_NS = 75_000_000_000L;
    private static final double UNREADABLE_SHARE = 0.25;

    private final RhythmBlock block = new RhythmBlock();

    /** Returns the rhythm of the newest beats at a time. */
    public Rhythm now(LiveBeats beats, long nowNs) {
        long end = beats.heardCount();
        long from = end;
        while (from > 0
                && end - from < RhythmBlock.BEATS
                && beats.holds(from - 1)
                && beats.timeNs(from - 1) > nowNs - OLDEST_NS) {
            from--;
        }
        block.clear();
        for (long k = from; k < end; k++) {
            block.add(beats.rrMs(k), beats.startsSegment(k));
        }
        return block.judge();
    }

    /** Returns the rhythm of the window (from, to] of a recording. */
    public Rhythm of(CleanSeries beats, long fromNs, long toNs) {
        int first = firstAfter(beats, fromNs);
        int end = firstAfter(beats, toNs);
        int blocks = 0;
        int irregular = 0;
        int beatCount = 0;
        int reversalCount = 0;
        int at = first;
        do {
            int blockEnd = Math.min(end, at + RhythmBlock.BEATS);
            block.clear();
            for (int i = at; i < blockEnd; i++) {
                block.add(beats.rawMs(i), beats.rawStartsSegment(i));
            }
            Rhythm rhythm = block.judge();
            blocks += rhythm == Rhythm.UNKNOWN ? 0 : 1;
            irregular += rhythm == Rhythm.IRREGULAR ? 1 : 0;
            beatCount += block.size();
            reversalCount += block.reversals();
            at += RhythmBlock.BEATS / 2;
        } while (at + RhythmBlock.BEATS / 2 < end);
        if (blocks == 0) {
            return Rhythm.UNKNOWN;
        }
        if (irregular > UNREADABLE_SHARE * blocks) {
            return Rhythm.IRREGULAR;
        }
        return reversalCount > RhythmBlock.FREQUENT_RATIO * beatCount ? Rhythm.FREQUENT_ECTOPICS : Rhythm.REGULAR;
    }

    private static int firstAfter(CleanSeries beats, long timeNs) {
        int low = 0;
        int high = beats.rawSize();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (beats.rawTimeNs(middle) <= timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
