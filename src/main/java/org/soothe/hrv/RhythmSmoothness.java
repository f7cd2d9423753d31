package org.soothe.hrv;

/**
 * How much of the rhythm is one single slow wave, in a {@link ShortSpectrum}.
 *
 * <p>With f* the largest bin of 0.04 to 0.26 Hz, P = power within 0.015 Hz around f* and T = power of 0.0033 to 0.40 Hz: share
 * = P / T (0 to 1, the one to show) and coherence ratio = P / (T - P). A pure wave reaches about 6.8, white noise 0.24. It
 * rewards slow and regular breathing and is no sign of soothing; not comparable with commercial scores.
 *
 * <p>Edge result: intervals without variation give NaN.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing.
 */
final class RhythmSmoothness {

    private static final Band SEARCHED = new Band(0.04, 0.26);
    private static final Band TOTAL = new Band(0.0033, 0.40);
    private static final double HALF_WIDTH_HZ = 0.015;

    private double peakHz = Double.NaN;
    private double peakMs2 = Double.NaN;
    private double totalMs2 = Double.NaN;

    void read(PowerSpectrum spectrum) {
        peakHz = spectrum.peakHz(SEARCHED);
        totalMs2 = spectrum.powerMs2(TOTAL);
        peakMs2 = Double.isNaN(peakHz) ? Double.NaN : spectrum.powerMs2(peakHz - HALF_WIDTH_HZ, peakHz + HALF_WIDTH_HZ);
    }

    /** Returns f*, NaN where there is none. */
    double peakHz() {
        return peakHz;
    }

    /** Returns P. */
    double peakMs2() {
        return peakMs2;
    }

    /** Returns T. */
    double totalMs2() {
        return totalMs2;
    }

    /** Returns P / T, NaN without variation. */
    double shareRatio() {
        return peakMs2 / totalMs2;
    }

    /** Returns P / (T - P), NaN without variation. */
    double coherenceRatio() {
        return peakMs2 / (totalMs2 - peakMs2);
    }
}
