package org.soothe.sensor.simulated;

/**
 * Slow drift of heart rate and of ln RSA amplitude on a regular grid, under the law of the {@link World}.
 *
 * <p>OU_AND_WALK: Ornstein-Uhlenbeck (exact step, stationary start) plus random walk from 0, the innovations of the
 * two quantities correlated. ONE_OVER_F: a sum of Ornstein-Uhlenbeck processes with time constants in octaves has a
 * spectrum close to 1/f between the slowest and the fastest; the variance is that of fast drift plus walk at 300 s.
 *
 * <p>Not thread-safe; owned by one simulated heart.
 */
final class Drift {
    private static final double WALK_REFERENCE_S = 300;
    private static final double OCTAVE_FASTEST_S = 4;
    private static final int OCTAVES = 9;

    private final NormalSource random;
    private final double correlation;
    private final double orthogonal;
    private final double[] keep;
    private final double[] heartRateStepBpm;
    private final double[] lnSwingStep;
    private final double[] heartRateBpm;
    private final double[] lnSwing;
    private double sumHeartRateBpm;
    private double sumLnSwing;

    Drift(SimulatedPerson person, World world, NormalSource random, double stepS) {
        this.random = random;
        correlation = world.driftCorrelationRatio();
        orthogonal = StrictMath.sqrt(1 - correlation * correlation);
        boolean octaves = world.drift() == World.DriftLaw.ONE_OVER_F;
        int parts = octaves ? OCTAVES : 2;
        keep = new double[parts];
        heartRateStepBpm = new double[parts];
        lnSwingStep = new double[parts];
        heartRateBpm = new double[parts];
        lnSwing = new double[parts];
        double ratio = world.driftSdRatio();
        if (octaves) {
            double heartRateSd = ratio * StrictMath.hypot(person.heartRateOuSdBpm(), person.heartRateWalkSdBpm());
            double lnSwingSd = ratio * StrictMath.hypot(person.lnSwingOuSd(), person.lnSwingWalkSd());
            double share = 1 / StrictMath.sqrt(OCTAVES);
            for (int i = 0; i < OCTAVES; i++) {
                stationary(i, OCTAVE_FASTEST_S * (1 << i), stepS, share * heartRateSd, share * lnSwingSd);
            }
        } else {
            stationary(
                    0,
                    world.driftTauRatio() * person.driftTauNs() / 1e9,
                    stepS,
                    ratio * person.heartRateOuSdBpm(),
                    ratio * person.lnSwingOuSd());
            double walkStep = ratio * StrictMath.sqrt(stepS / WALK_REFERENCE_S);
            keep[1] = 1;
            heartRateStepBpm[1] = walkStep * person.heartRateWalkSdBpm();
            lnSwingStep[1] = walkStep * person.lnSwingWalkSd();
        }
        sum();
    }

    private void stationary(int part, double tauS, double stepS, double heartRateSdBpm, double lnSwingSd) {
        double phi = StrictMath.exp(-stepS / tauS);
        double innovation = StrictMath.sqrt(1 - phi * phi);
        keep[part] = phi;
        heartRateStepBpm[part] = innovation * heartRateSdBpm;
        lnSwingStep[part] = innovation * lnSwingSd;
        double g = random.normal();
        heartRateBpm[part] = heartRateSdBpm * g;
        lnSwing[part] = lnSwingSd * (correlation * g + orthogonal * random.normal());
    }

    void step() {
        for (int i = 0; i < keep.length; i++) {
            double g = random.normal();
            heartRateBpm[i] = keep[i] * heartRateBpm[i] + heartRateStepBpm[i] * g;
            lnSwing[i] = keep[i] * lnSwing[i] + lnSwingStep[i] * (correlation * g + orthogonal * random.normal());
        }
        sum();
    }

    private void sum() {
        sumHeartRateBpm = 0;
        sumLnSwing = 0;
        for (int i = 0; i < keep.length; i++) {
            sumHeartRateBpm += heartRateBpm[i];
            sumLnSwing += lnSwing[i];
        }
    }

    double heartRateBpm() {
        return sumHeartRateBpm;
    }

    double lnSwing() {
        return sumLnSwing;
    }
}
