package org.soothe.hrv;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The transform of any length, by JTransforms on the calling thread.
 *
 * <p>For lengths that are no power of two, which our own settings never ask for: the library's tables come from {@code
 * Math.sin}, so its last bits may differ from one processor to another.
 */
final class AnyLengthTransform implements PowerTransform {

    private final int n;
    private final DoubleFFT_1D fft;

    AnyLengthTransform(int n) {
        ConcurrencyUtils.setNumberOfThreads(1);
        this.n = n;
        this.fft = new DoubleFFT_1D(n);
    }

    @Override
    public void addPower(double[] samples, double[] power) {
        fft.realForward(samples);
        // Real parts stand at 2k and imaginary parts at 2k + 1, but for the middle: of an even length it is real and
        // stands
        // at 1; of an odd length its imaginary part does.
        int middle = n / 2;
        power[0] += samples[0] * samples[0];
        for (int k = 1; k < middle; k++) {
            power[k] += samples[2 * k] * samples[2 * k] + samples[2 * k + 1] * samples[2 * k + 1];
        }
        if (middle > 0) {
            double re = n % 2 == 0 ? 0 : samples[n - 1];
            power[middle] += re * re + samples[1] * samples[1];
        }
    }
}
