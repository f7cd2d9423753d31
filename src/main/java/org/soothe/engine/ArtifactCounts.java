package org.soothe.engine;

import org.soothe.artifact.CleanSeries;

/**
 * Artifacts found in a stretch of a recording, counted as beats and not as the intervals they touch. Immutable.
 *
 * @param missedCount intervals that hid one missed beat or more
 * @param extraCount detections that were no beats
 * @param ectopicCount ectopic beats; each one touches the interval before it and the one after it
 * @param longShortCount intervals too long or too short, of no other kind
 * @param rangeCount intervals left out by the range and step gates
 * @param leftOutCount intervals left out and not corrected, of whatever kind, those of {@code rangeCount} too
 */
public record ArtifactCounts(
        int missedCount, int extraCount, int ectopicCount, int longShortCount, int rangeCount, int leftOutCount) {

    /** Counts what was found in the raw beats from {@code fromRaw} (inclusive) to {@code toRaw} (exclusive). */
    static ArtifactCounts of(CleanSeries series, int fromRaw, int toRaw) {
        int missed = 0;
        int extra = 0;
        int ectopicIntervals = 0;
        int longShort = 0;
        int range = 0;
        int leftOut = 0;
        for (int raw = fromRaw; raw < toRaw; raw++) {
            leftOut += series.leftOut(raw) ? 1 : 0;
            switch (series.beatClass(raw)) {
                case NORMAL -> {}
                case MISSED -> missed++;
                case EXTRA -> extra += Double.isNaN(series.correctedMs(raw)) ? 1 : 0;
                case ECTOPIC -> ectopicIntervals++;
                case LONG_SHORT -> longShort++;
                case RANGE -> range++;
            }
        }
        return new ArtifactCounts(missed, extra, (ectopicIntervals + 1) / 2, longShort, range, leftOut);
    }
}
