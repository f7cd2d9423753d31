package org.soothe.response;

import java.util.Objects;
import org.soothe.artifact.QualityGrade;
import org.soothe.event.BreathingMode;
import org.soothe.event.Phase;
import org.soothe.hrv.Measure;

/**
 * The measures of one phase as a whole, or of a part of it that is compared. Immutable.
 *
 * @param phase which phase
 * @param breathing how it was breathed
 * @param fromNs start
 * @param toNs end
 * @param heartRateBpm 60000 / mean NN
 * @param lnRmssd natural logarithm of RMSSD in ms
 * @param lnRsa natural logarithm of the RSA amplitude in ms; withheld without a pacer
 * @param grade quality of the stretch; what is not GOOD is flagged, not dropped
 */
public record PhaseMeasures(
        Phase phase,
        BreathingMode breathing,
        long fromNs,
        long toNs,
        Measure heartRateBpm,
        Measure lnRmssd,
        Measure lnRsa,
        QualityGrade grade) {

    /** Shortest phase that is compared. */
    public static final long SHORTEST_NS = 180_000_000_000L;

    /** Checks that nothing is missing. */
    public PhaseMeasures {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(breathing, "breathing");
        Objects.requireNonNull(heartRateBpm, "heartRateBpm");
        Objects.requireNonNull(lnRmssd, "lnRmssd");
        Objects.requireNonNull(lnRsa, "lnRsa");
        Objects.requireNonNull(grade, "grade");
    }
}
