package org.soothe.engine;

import org.soothe.artifact.BeatClass;
import org.soothe.artifact.CleanSeries;

/**
 * Artifacts found in a stretch of a recording. Immutable.
 *
 * @param missedCount intervals that hid one missed beat or more
 * @param extraCount detections that were no beats
 * @param ectopicCount intervals judged ectopic
 * @param longShortCount intervals too long or too short, of no other kind
 * @param rangeCount intervals left out by the range and step gates
 */
public record ArtifactCounts(int missedCount, int extraCount, int ectopicCount, int longShortCount, int rangeCount) {

    /** Counts the raw beats whose time lies in (from, to]. */
    static ArtifactCounts of(CleanSeries series, int fromRaw, int toRaw) {
        int[] counts = new int[BeatClass.values().length];
        for (int raw = fromRaw; raw < toRaw; raw++) {
            counts[series.beatClass(raw).ordinal()]++;
        }
        return new ArtifactCounts(
                counts[BeatClass.MISSED.ordinal()],
                counts[BeatClass.EXTRA.ordinal()],
                counts[BeatClass.ECTOPIC.ordinal()],
                counts[BeatClass.LONG_SHORT.ordinal()],
                counts[BeatClass.RANGE.ordinal()]);
    }
}
