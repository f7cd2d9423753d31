package org.soothe.beat;

/**
 * A Butterworth low-pass or high-pass of second order, sample by sample (bilinear transform, transposed direct form II).
 * Not thread-safe; fixed size.
 *
 * <p>In series, a high-pass and a low-pass make a band-pass. Reference: Oppenheim and Schafer, Discrete-Time Signal
 * Processing, bilinear transformation with prewarping.
 */
public final class Biquad {

    private static final double BUTTERWORTH_Q = StrictMath.sqrt(0.5);

    private double b0;
    private double b1;
    private double b2;
    private double a1;
    private double a2;
    private double first;
    private double second;

    /** Makes a filter that lets nothing through until it is designed. */
    public Biquad() {}

    /** Makes it a low-pass and settles it on 0. */
    public void lowPass(double cutHz, double rateHz) {
        design(cutHz, rateHz, false);
    }

    /** Makes it a high-pass and settles it on 0. */
    public void highPass(double cutHz, double rateHz) {
        design(cutHz, rateHz, true);
    }

    private void design(double cutHz, double rateHz, boolean high) {
        double angle = 2 * Math.PI * cutHz / rateHz;
        double cos = StrictMath.cos(angle);
        double alpha = StrictMath.sin(angle) / (2 * BUTTERWORTH_Q);
        double a0 = 1 + alpha;
        double edge = high ? 1 + cos : 1 - cos;
        b0 = edge / 2 / a0;
        b1 = (high ? -edge : edge) / a0;
        b2 = b0;
        a1 = -2 * cos / a0;
        a2 = (1 - alpha) / a0;
        settle(0);
    }

    /** Takes up the state that a value held for ever would have left. */
    public void settle(double value) {
        double out = value * (b0 + b1 + b2) / (1 + a1 + a2);
        first = out - b0 * value;
        second = b2 * value - a2 * out;
    }

    /** Takes the next value and returns the filtered one. */
    public double next(double in) {
        double out = b0 * in + first;
        first = b1 * in - a1 * out + second;
        second = b2 * in - a2 * out;
        return out;
    }
}
