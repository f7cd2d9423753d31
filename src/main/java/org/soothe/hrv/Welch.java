package org.soothe.hrv;

import org.soothe.hrv.SpectrumSettings.Alignment;
import org.soothe.hrv.SpectrumSettings.Padding;

/**
 * Density of evenly spaced samples by Welch's method.
 *
 * <p>Segments of L samples, their mean removed, under a periodic Hann window w[n] = 0.5 - 0.5 cos(2 pi n / L), zero-padded as
 * the settings say: P[k] = c_k |X[k]|² / (rate * sum of w²), c_k = 2 but 1 at 0 Hz and at half the rate; the mean over the
 * segments. A remainder too short for a segment is left out, at the end that the settings say.
 *
 * <p>Edge result: fewer than two samples give no spectrum.
 *
 * <p>Not thread-safe; owned by one analyzer. Windows and plans are kept: with padding to a power of two nothing is allocated
 * once each power was met.
 *
 * <p>Reference: Welch 1967, "The use of fast Fourier transform for the estimation of power spectra", IEEE Trans. Audio
 * Electroacoust. 15:70.
 */
final class Welch {

    private final SpectrumSettings settings;
    private final TransformCache transforms = new TransformCache();
    private final HannWindow regular;
    private final HannWindow whole;
    private double[] samples;

    Welch(SpectrumSettings settings) {
        this.settings = settings;
        this.regular = new HannWindow(settings.segmentSampleCount());
        this.whole = new HannWindow(settings.wholeBelowSampleCount());
        this.samples = new double[paddedLength(settings.wholeBelowSampleCount())];
        regular.shape(settings.segmentSampleCount());
        if (settings.padding() == Padding.POWER_OF_TWO) {
            // the two that a window of a minute or more can ask for, so that nothing is made live
            transforms.ofLength(paddedLength(settings.segmentSampleCount()));
            transforms.ofLength(paddedLength(settings.wholeBelowSampleCount()));
        }
    }

    /**
     * Reads the first {@code n} samples and fills the spectrum.
     *
     * @return the length of a segment in samples, unpadded; 0 if there is no spectrum
     */
    int read(double[] x, int n, PowerSpectrum spectrum) {
        if (n < 2) {
            spectrum.reset(0, Double.NaN);
            return 0;
        }
        boolean isWhole = n < settings.wholeBelowSampleCount();
        HannWindow window = isWhole ? whole : regular;
        int length = isWhole ? n : settings.segmentSampleCount();
        window.shape(length);
        int step = length - settings.overlapSampleCount();
        int segmentCount = isWhole ? 1 : 1 + (n - length) / step;
        int first = settings.alignment() == Alignment.FIRST_SAMPLE ? 0 : n - length - (segmentCount - 1) * step;
        int padded = paddedLength(length);
        int count = padded / 2 + 1;
        double rate = settings.gridRateHz();
        double[] density = spectrum.reset(count, rate / padded);
        PowerTransform transform = transforms.ofLength(padded);
        for (int s = 0; s < segmentCount; s++) {
            StraightLine.removeMean(x, first + s * step, length, samples);
            window.apply(samples, padded);
            transform.addPower(samples, density);
        }
        scale(density, count, padded, 2 / (rate * window.sumOfSquares() * segmentCount));
        return length;
    }

    /** Scales to a one-sided density: 0 Hz and half the rate stand for themselves, all others also for their mirror. */
    static void scale(double[] density, int count, int padded, double factor) {
        for (int k = 0; k < count; k++) {
            density[k] *= factor;
        }
        density[0] /= 2;
        if (padded % 2 == 0) {
            density[count - 1] /= 2;
        }
    }

    private int paddedLength(int length) {
        return settings.padding() == Padding.NONE || length < 2 ? length : Integer.highestOneBit(length - 1) << 1;
    }
}
