package org.soothe.hrv;

import org.soothe.hrv.SpectrumSettings.Integration;

/**
 * The spectrum of 64 s of the tachogram, for breathing rate and rhythm smoothness: 256 samples at 4 Hz, straight line
 * removed, periodic Hann window, zero-padded to 1024 (0.0039 Hz), one-sided density.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing after construction.
 */
final class ShortSpectrum {

    static final int SAMPLE_COUNT = 256;
    private static final int PADDED_COUNT = 1024;
    static final double GRID_RATE_HZ = 4;

    private final HannWindow window = new HannWindow(SAMPLE_COUNT);
    private final PowerTransform transform = PowerTransform.ofLength(PADDED_COUNT);
    private final double[] samples = new double[PADDED_COUNT];
    private final PowerSpectrum spectrum = new PowerSpectrum(Integration.RECTANGLE, PADDED_COUNT / 2 + 1);

    ShortSpectrum() {
        window.shape(SAMPLE_COUNT);
    }

    /** Reads 256 samples from {@code from} on; the spectrum holds until the next read. */
    PowerSpectrum read(double[] x, int from) {
        StraightLine.remove(x, from, SAMPLE_COUNT, samples);
        window.apply(samples, PADDED_COUNT);
        int count = PADDED_COUNT / 2 + 1;
        double[] density = spectrum.reset(count, GRID_RATE_HZ / PADDED_COUNT);
        transform.addPower(samples, density);
        Welch.scale(density, count, PADDED_COUNT, 2 / (GRID_RATE_HZ * window.sumOfSquares()));
        return spectrum;
    }
}
