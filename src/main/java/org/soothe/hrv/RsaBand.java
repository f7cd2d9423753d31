package org.soothe.hrv;

import org.jspecify.annotations.Nullable;

/**
 * The band around the breathing rate in which respiratory sinus arrhythmia (RSA) stands.
 *
 * <p>With f the breathing rate and T the Welch segment in seconds, unpadded: half-width h = max(0.35 f, 2 / T), band =
 * [max(0.04, f - h), min(0.5, f + h)). The second term lets one main lobe of the Hann window fit.
 *
 * <p>Breathing must be below half the heart rate, or the beats cannot follow it.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing.
 *
 * <p>Reference: Bailon, Laguna, Mainardi and Sornmo 2007, "Analysis of heart rate variability using time-varying frequency
 * bands based on respiratory frequency" (the practice; the width is ours).
 */
final class RsaBand {

    static final double LOWEST_HZ = 0.04;
    static final double HIGHEST_HZ = 0.5;
    static final double RELATIVE_HALF_WIDTH = 0.35;

    private double lowHz = Double.NaN;
    private double highHz = Double.NaN;

    /** Places the band; returns why that is not possible, or null where it is. */
    @Nullable
    WithheldReason place(double breathingRatePerMin, double heartRateBpm, double segmentS) {
        lowHz = Double.NaN;
        highHz = Double.NaN;
        if (!(breathingRatePerMin > 0)) {
            return WithheldReason.BREATHING_UNKNOWN;
        }
        if (!(breathingRatePerMin < heartRateBpm / 2)) {
            return WithheldReason.BREATHING_TOO_FAST;
        }
        double hz = breathingRatePerMin / 60;
        double half = Math.max(RELATIVE_HALF_WIDTH * hz, 2 / segmentS);
        if (hz - half >= HIGHEST_HZ) {
            return WithheldReason.BREATHING_TOO_FAST;
        }
        lowHz = Math.max(LOWEST_HZ, hz - half);
        highHz = Math.min(HIGHEST_HZ, hz + half);
        return null;
    }

    double lowHz() {
        return lowHz;
    }

    double highHz() {
        return highHz;
    }
}
