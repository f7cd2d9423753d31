package org.soothe.engine;

import java.util.Objects;
import org.soothe.artifact.BeatClass;
import org.soothe.hrv.Measure;

/**
 * The newest beat with a verdict, or that there is none yet. A verdict comes with the second beat after it, in a disturbance
 * with the fifth or with the next gap (docs/decisions/0011), and then stays.
 */
public sealed interface DecidedBeat {

    /** No beat is decided yet. Immutable. */
    record NoneYet() implements DecidedBeat {}

    /**
     * A beat, its raw interval, verdict and corrected value side by side. Immutable.
     *
     * @param indexCount how many beats were decided before it
     * @param timeNs time of the beat that ends the interval
     * @param rawRrMs the interval as received
     * @param beatClass the verdict
     * @param correctedRrMs what stands in its place: itself if normal; withheld while a run is open or where it is left out
     */
    record Decided(long indexCount, long timeNs, double rawRrMs, BeatClass beatClass, Measure correctedRrMs)
            implements DecidedBeat {

        /** Checks that nothing is missing. */
        public Decided {
            Objects.requireNonNull(beatClass, "beatClass");
            Objects.requireNonNull(correctedRrMs, "correctedRrMs");
        }
    }
}
