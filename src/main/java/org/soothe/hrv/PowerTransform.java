package org.soothe.hrv;

/**
 * Squared magnitudes of the discrete Fourier transform of real samples, X[k] = sum over n of x[n] exp(-2 pi j k n / N).
 *
 * <p>Not thread-safe; owned by one analyzer.
 */
sealed interface PowerTransform permits RadixFourTransform, AnyLengthTransform {

    /**
     * Adds |X[k]|^2 to {@code power[k]}, k = 0 to N / 2 (rounded down). The first N of the samples may be overwritten.
     *
     * @param samples at least N samples
     * @param power at least N / 2 + 1 sums
     */
    void addPower(double[] samples, double[] power);

    /** Returns the transform of N samples. */
    static PowerTransform ofLength(int n) {
        return n >= 4 && Integer.bitCount(n) == 1 ? new RadixFourTransform(n) : new AnyLengthTransform(n);
    }
}
