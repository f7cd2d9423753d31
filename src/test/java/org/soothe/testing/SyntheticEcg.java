package org.soothe.testing;

import java.util.Arrays;
import java.util.SplittableRandom;

/** An ECG made of bell-shaped waves around beats whose times are known. */
public final class SyntheticEcg {

    /** Place after R in s, height in microvolts and width (SD) in s of P, Q, R, S and T. */
    private static final double[][] WAVES = {
        {-0.16, 120, 0.025}, {-0.026, -120, 0.010}, {0, 1000, 0.011}, {0.028, -200, 0.010}, {0.27, 250, 0.045}
    };

    private static final double REACH_S = 0.6;

    private SyntheticEcg() {}

    /** Returns an ECG from 0 to its end around beats at these times, with white noise of this SD. */
    public static int[] around(double[] beatS, double lengthS, double rateHz, double noiseMicrovolt, long seed) {
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
            samples[i] = (int) Math.round(sum[i] + noiseMicrovolt * random.nextGaussian());
        }
        return samples;
    }

    /** Returns the times of beats of a calm heart that breathes 15 times a minute, from 0.5 s on. */
    public static double[] beatsS(double lengthS, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] beats = new double[(int) (2 * lengthS)];
        int count = 0;
        double timeS = 0.5;
        while (timeS < lengthS - 0.3) {
            beats[count++] = timeS;
            timeS += 0.85 + 0.05 * StrictMath.sin(2 * Math.PI * 0.25 * timeS) + random.nextDouble(-0.01, 0.01);
        }
        return Arrays.copyOf(beats, count);
    }
}
