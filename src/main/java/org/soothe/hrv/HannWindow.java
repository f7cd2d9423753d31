package org.soothe.hrv;

import java.util.Arrays;

/**
 * The periodic Hann window, w[n] = 0.5 - 0.5 cos(2 pi n / L), of any length up to a capacity.
 *
 * <p>The cosines come from turning a pointer by 2 pi / L at a time, with a fresh one every 32 samples: good to 1e-14, and
 * cheap enough for a length that changes with every read.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates nothing after construction.
 */
final class HannWindow {

    private static final int FRESH_EVERY = 32;

    private final double[] w;
    private int length;
    private double sumOfSquares;

    HannWindow(int capacity) {
        this.w = new double[capacity];
    }

    /** Takes the length; the same again costs nothing. */
    void shape(int newLength) {
        if (length == newLength) {
            return;
        }
        length = newLength;
        double turnCos = UnitCircle.cos(1.0 / length);
        double turnSin = UnitCircle.sin(1.0 / length);
        double cos = 1;
        double sin = 0;
        sumOfSquares = 0;
        for (int i = 0; i < length; i++) {
            if (i % FRESH_EVERY == 0) {
                cos = UnitCircle.cos((double) i / length);
                sin = UnitCircle.sin((double) i / length);
            }
            w[i] = 0.5 - 0.5 * cos;
            sumOfSquares += w[i] * w[i];
            double next = cos * turnCos - sin * turnSin;
            sin = sin * turnCos + cos * turnSin;
            cos = next;
        }
    }

    /** Returns the sum of w², for the scale of a density. */
    double sumOfSquares() {
        return sumOfSquares;
    }

    /** Multiplies the samples with the window and fills them up with zeros to {@code paddedLength}. */
    void apply(double[] samples, int paddedLength) {
        for (int i = 0; i < length; i++) {
            samples[i] *= w[i];
        }
        Arrays.fill(samples, length, paddedLength, 0);
    }
}
