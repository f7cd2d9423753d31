package org.soothe.hrv;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * The breathing rate of a whole window: the median of the {@link BreathingPeak} of its stretches of 64 s, one every 32 s.
 *
 * <p>Known only if at least half of the stretches have a peak. A window shorter than 64 s says nothing.
 *
 * <p>Not thread-safe; owned by one analyzer. For final analysis: it allocates.
 */
final class BreathingEstimate {

    static final int STEP_COUNT = ShortSpectrum.SAMPLE_COUNT / 2;
    static final double LEAST_KNOWN_RATIO = 0.5;

    private final ShortSpectrum shortSpectrum = new ShortSpectrum();
    private final Median median = new Median();
    private final BreathingPeak peak = new BreathingPeak();
    private double[] ratesPerMin = new double[16];
    private int stretchCount;
    private int knownCount;

    /** Reads the first {@code n} samples of a tachogram at 4 Hz, with its trend. */
    void read(double[] samples, int n, double heartRateBpm) {
        stretchCount = n < ShortSpectrum.SAMPLE_COUNT ? 0 : 1 + (n - ShortSpectrum.SAMPLE_COUNT) / STEP_COUNT;
        if (ratesPerMin.length < stretchCount) {
            ratesPerMin = new double[stretchCount];
        }
        knownCount = 0;
        for (int i = 0; i < stretchCount; i++) {
            peak.find(shortSpectrum.read(samples, i * STEP_COUNT), heartRateBpm);
            if (!Double.isNaN(peak.rateHz())) {
                ratesPerMin[knownCount++] = 60 * peak.rateHz();
            }
        }
    }

    /** Returns why there is no rate, null where there is one. */
    @Nullable
    WithheldReason reason() {
        if (stretchCount == 0) {
            return WithheldReason.WINDOW_TOO_SHORT;
        }
        return knownCount < LEAST_KNOWN_RATIO * stretchCount ? WithheldReason.BREATHING_UNKNOWN : null;
    }

    /** Returns the median, NaN where no stretch has a peak. */
    double ratePerMin() {
        return median.evaluate(ratesPerMin, 0, knownCount);
    }

    /** Returns the share of stretches with a peak, NaN without stretches. */
    double knownRatio() {
        return stretchCount == 0 ? Double.NaN : (double) knownCount / stretchCount;
    }
}
