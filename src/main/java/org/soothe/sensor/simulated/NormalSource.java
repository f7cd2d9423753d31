package org.soothe.sensor.simulated;

import java.util.SplittableRandom;

/**
 * Standard normal, Student-t and Laplace numbers from a seeded {@link SplittableRandom}.
 *
 * <p>The JDK's own {@code nextGaussian} may change its algorithm between releases; this one is the polar method on
 * {@code StrictMath}, so a seed gives the same person on every JDK [1].
 *
 * <p>Not thread-safe; owned by one simulated heart.
 *
 * <p>[1] Marsaglia and Bray 1964, A convenient method for generating normal variables, SIAM Review 6:260-264,
 * doi:10.1137/1006063.
 */
final class NormalSource {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    NormalSource(long seed) {
        this(new SplittableRandom(seed));
    }

    NormalSource(SplittableRandom random) {
        this.random = random;
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * scale;
                return u * scale;
            }
        }
    }

    double normal(double mean, double sd) {
        return mean + sd * normal();
    }

    /** Normal, drawn again until it lies within the bounds. */
    double normalWithin(double mean, double sd, double from, double to) {
        while (true) {
            double value = normal(mean, sd);
            if (value >= from && value <= to) {
                return value;
            }
        }
    }

    double logNormal(double median, double lnSd) {
        return median * StrictMath.exp(lnSd * normal());
    }

    /** Student-t with {@code degrees} &gt; 2 degrees of freedom, scaled to unit variance. */
    double studentT(int degrees) {
        double chi2 = 0;
        for (int i = 0; i < degrees; i++) {
            double g = normal();
            chi2 += g * g;
        }
        return normal() / StrictMath.sqrt(chi2 / degrees) * StrictMath.sqrt((degrees - 2.0) / degrees);
    }

    /** Two-sided exponential of unit variance, from the inverse of its distribution. */
    double laplace() {
        double u = uniform(-1, 1);
        return -Math.signum(u) * StrictMath.log(1 - Math.abs(u)) / StrictMath.sqrt(2);
    }

    /** An independent source; what is drawn from one does not shift the other. */
    NormalSource split() {
        return new NormalSource(random.split());
    }
}
