package org.soothe.engine;

import java.util.Objects;
import org.soothe.artifact.Quality;
import org.soothe.artifact.Rhythm;
import org.soothe.breathing.PacedMeasures;
import org.soothe.hrv.HrvSummary;

/**
 * Final results of one stretch (from, to] of a recording. Immutable.
 *
 * @param fromNs start, not part of it
 * @param toNs end, part of it
 * @param corrected measures of the accepted intervals; variability is withheld where the rhythm does not suit the method
 * @param paced the heart on the pacer; withheld where none ran
 * @param artifacts what was found
 * @param quality how far the stretch can be trusted; a report flags what is not GOOD
 * @param rhythm whether the rhythm suits the method
 */
public record WindowResult(
        long fromNs,
        long toNs,
        HrvSummary corrected,
        PacedMeasures paced,
        ArtifactCounts artifacts,
        Quality quality,
        Rhythm rhythm) {

    /** Checks that nothing is missing. */
    public WindowResult {
        Objects.requireNonNull(corrected, "corrected");
        Objects.requireNonNull(paced, "paced");
        Objects.requireNonNull(artifacts, "artifacts");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(rhythm, "rhythm");
    }
}
