package org.soothe.testing;

import java.util.SplittableRandom;

/** A pulse wave whose upstrokes follow beats at known times by a constant. */
public final class SyntheticPulse {

    /** Place after the beat in s, height and width (SD) in s of the systolic wave and the one reflected. */
    private static final double[][] WAVES = {{0.25, 1.0, 0.07}, {0.50, 0.45, 0.12}};

    private static final double REACH_S = 1.2;

    private SyntheticPulse() {}

    /** Returns a wave from 0 to its end around beats at these times, in counts of a converter of 10 bits. */
    public static int[] around(double[] beatS, double lengthS, double rateHz, double noiseCounts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sum = new double[(int) (lengthS * rateHz)];
        for (double beat : beatS) {
            int from = (int) Math.max(0, (beat - REACH_S) * rateHz);
            int to = (int) Math.min(sum.length, (beat + REACH_S) * rateHz);
            for (int i = from; i < to; i++) {
                for (double[] wave : WAVES) {
                    double distance = (i / rateHz - beat - wave[0]) / wave[2];
                    sum[i] += wave[1] * StrictMath.exp(-distance * distance / 2);
                }
            }
        }
        int[] samples = new int[sum.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) Math.round(400 + 200 * sum[i] + noiseCounts * random.nextGaussian());
        }
        return samples;
    }
}
