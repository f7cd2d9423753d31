package org.soothe.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Simple hearts with known answers. */
final class Hearts {

    private Hearts() {}

    /** Intervals about a mean that follow a breath of one rate, with beat noise of a seed. */
    static double[] breathing(double meanMs, double amplitudeMs, double hz, double noiseMs, double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> nn = new ArrayList<>();
        double t = 0;
        while (t < seconds) {
            double v = meanMs
                    + amplitudeMs * Math.sin(2 * Math.PI * hz * t)
                    + noiseMs * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            nn.add(v);
            t += v / 1000;
        }
        return nn.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A rest with breathing at 15 a minute and a wave of blood pressure. */
    static double[] resting(double seconds, long seed) {
        double[] nn = breathing(850, 30, 0.25, 10, seconds, seed);
        double t = 0;
        for (int i = 0; i < nn.length; i++) {
            t += nn[i] / 1000;
            nn[i] += 20 * Math.sin(2 * Math.PI * 0.095 * t);
        }
        return nn;
    }
}
