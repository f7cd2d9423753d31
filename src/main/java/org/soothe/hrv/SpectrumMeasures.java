package org.soothe.hrv;

/**
 * Powers of the bands of one window, by {@link SpectrumSettings#LAB}. Immutable.
 *
 * @param stretchMs length of the stretch without a long gap that was used, its first interval included
 * @param vlfMs2 power of 0.0033 to 0.04 Hz
 * @param lfMs2 power of 0.04 to 0.15 Hz
 * @param hfMs2 power of 0.15 to 0.40 Hz
 * @param lnHf natural logarithm of the HF power in ms²
 * @param hfnuPercent 100 HF / (LF + HF)
 * @param lfPeakHz largest density of LF
 * @param hfPeakHz largest density of HF
 */
public record SpectrumMeasures(
        double stretchMs,
        Measure vlfMs2,
        Measure lfMs2,
        Measure hfMs2,
        Measure lnHf,
        Measure hfnuPercent,
        Measure lfPeakHz,
        Measure hfPeakHz) {}
