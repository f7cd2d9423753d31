package org.soothe.hrv;

/**
 * The breathing rate in a {@link ShortSpectrum}: the highest peak of 0.12 to 0.5 Hz that holds at least 30 % of the power of
 * 0.05 to 0.5 Hz within 0.03 Hz around it, refined by a parabola through the logarithms of three bins.
 *
 * <p>Peaks from half the heart rate on are images and not looked at. Below 0.12 Hz nothing is accepted: the 0.1-Hz wave of
 * blood pressure looks the same as slow breathing.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing.
 *
 * <p>Reference for the choice of methods: Charlton et al. 2018, "Breathing rate estimation from the electrocardiogram and
 * photoplethysmogram: a review", IEEE Rev. Biomed. Eng. 11:2.
 */
final class BreathingPeak {

    static final Band SEARCHED = new Band(0.05, 0.5);
    static final double LOWEST_ACCEPTED_HZ = 0.12;
    static final double HALF_WIDTH_HZ = 0.03;
    static final double LEAST_SHARE_RATIO = 0.30;

    private double rateHz = Double.NaN;
    private double shareRatio = Double.NaN;

    /** Looks for the peak below half the heart rate; without one rate and share are NaN. */
    void find(PowerSpectrum spectrum, double heartRateBpm) {
        rateHz = Double.NaN;
        shareRatio = Double.NaN;
        double total = spectrum.powerMs2(SEARCHED);
        if (!(total > PowerSpectrum.LEAST_MS2) || !(heartRateBpm > 0)) {
            return;
        }
        double upperHz = Math.min(SEARCHED.highHz(), heartRateBpm / 120);
        int end = Math.min(spectrum.firstBin(upperHz), spectrum.count() - 1);
        int best = -1;
        for (int k = Math.max(1, spectrum.firstBin(LOWEST_ACCEPTED_HZ)); k < end; k++) {
            if (isPeak(spectrum, k)
                    && (best < 0 || spectrum.densityMs2PerHz(k) > spectrum.densityMs2PerHz(best))
                    && shareAround(spectrum, k, total) >= LEAST_SHARE_RATIO) {
                best = k;
            }
        }
        if (best >= 0) {
            rateHz = (best + offset(spectrum, best)) * spectrum.spacingHz();
            shareRatio = shareAround(spectrum, best, total);
        }
    }

    private static boolean isPeak(PowerSpectrum spectrum, int k) {
        double here = spectrum.densityMs2PerHz(k);
        return here > spectrum.densityMs2PerHz(k - 1) && here >= spectrum.densityMs2PerHz(k + 1);
    }

    private static double shareAround(PowerSpectrum spectrum, int k, double total) {
        double hz = spectrum.frequencyHz(k);
        double low = Math.max(SEARCHED.lowHz(), hz - HALF_WIDTH_HZ);
        double high = Math.min(SEARCHED.highHz(), hz + HALF_WIDTH_HZ);
        return spectrum.powerMs2(low, high) / total;
    }

    /** Vertex of the parabola through ln P of three bins, from -0.5 to 0.5 bins. */
    private static double offset(PowerSpectrum spectrum, int k) {
        double before = StrictMath.log(spectrum.densityMs2PerHz(k - 1));
        double here = StrictMath.log(spectrum.densityMs2PerHz(k));
        double after = StrictMath.log(spectrum.densityMs2PerHz(k + 1));
        double vertex = (before - after) / (2 * (before - 2 * here + after));
        return Double.isFinite(vertex) ? Math.max(-0.5, Math.min(0.5, vertex)) : 0;
    }

    /** Returns the breathing rate, NaN where none was accepted. */
    double rateHz() {
        return rateHz;
    }

    /** Returns the share of power around the peak, which says how sure the rate is; NaN where none was accepted. */
    double shareRatio() {
        return shareRatio;
    }
}
