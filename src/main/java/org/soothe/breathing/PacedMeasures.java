package org.soothe.breathing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

/**
 * What a stretch of beats said about the heart on the pacer. Immutable.
 *
 * @param lnRsa ln of the RSA amplitude in milliseconds, of 0.5 where it is less
 * @param rsaAmplitudeMs RSA amplitude, half peak to peak
 * @param rsaPowerMs2 power of the RSA, amplitude squared by two
 * @param lagRadians phase of the pacer at which the heart is slowest, -pi to pi
 * @param r2Ratio share of the detrended variance that follows the pacer, 0 to 1
 * @param plvRatio phase locking value over complete cycles, 0 to 1
 * @param adherence whether the heart follows the pacer
 * @param adherenceReason why adherence is UNKNOWN, null where it is known
 */
public record PacedMeasures(
        Measure lnRsa,
        Measure rsaAmplitudeMs,
        Measure rsaPowerMs2,
        Measure lagRadians,
        Measure r2Ratio,
        Measure plvRatio,
        Adherence adherence,
        @Nullable WithheldReason adherenceReason) {

    /** Checks that nothing is missing. */
    public PacedMeasures {
        Objects.requireNonNull(lnRsa, "lnRsa");
        Objects.requireNonNull(rsaAmplitudeMs, "rsaAmplitudeMs");
        Objects.requireNonNull(rsaPowerMs2, "rsaPowerMs2");
        Objects.requireNonNull(lagRadians, "lagRadians");
        Objects.requireNonNull(r2Ratio, "r2Ratio");
        Objects.requireNonNull(plvRatio, "plvRatio");
        Objects.requireNonNull(adherence, "adherence");
    }
}
