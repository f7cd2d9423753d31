package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.PacerSetting;

/**
 * Adherence and phase locking of simulated persons, in the manner of 10.1 of the physiology basis, against the shares
 * that 8.2 names: of those who follow 95 % reach an R2 of 0.54 and a locking value of 0.87; of those who breathe at about
 * 14 per minute beside a blood-pressure wave 5 % reach an R2 of 0.28, 1 % one of 0.54, and 5 % a locking value of 0.67.
 * The bounds leave room for a simulator that is not the same one.
 */
class AdherenceValidationTest {

    private static final int PERSONS = 300;
    private static final double PACE_PER_MIN = 5.5;
    private static final long END_NS = 150_000_000_000L;
    private static final int GRID_HZ = 4;

    /** How narrow the blood-pressure wave is: about 0.06 Hz wide at half its power. A narrower one looks more like breath. */
    private static final double RESONANCE_POLE = 0.95;

    @ParameterizedTest(name = "300 persons who follow, seed {0}")
    @ValueSource(longs = {1, 2})
    void thoseWhoFollowAreSeenToFollow(long seed) {
        double[][] found = persons(seed, true);
        assertThat(quantile(found[0], 0.05)).as("R2, 5th percentile").isGreaterThan(0.54);
        assertThat(quantile(found[1], 0.05)).as("locking, 5th percentile").isGreaterThan(0.85);
    }

    @ParameterizedTest(name = "300 persons who do not, seed {0}")
    @ValueSource(longs = {1, 2})
    void thoseWhoBreatheOtherwiseAreNotTakenForFollowing(long seed) {
        double[][] found = persons(seed, false);
        assertThat(quantile(found[0], 0.95)).as("R2, 95th percentile").isLessThan(0.45);
        assertThat(quantile(found[0], 0.99)).as("R2, 99th percentile").isLessThan(0.56);
        assertThat(quantile(found[1], 0.95)).as("locking, 95th percentile").isLessThan(0.67);
    }

    /** R2 and locking of all persons. */
    private static double[][] persons(long seed, boolean follow) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] r2 = new double[PERSONS];
        double[] plv = new double[PERSONS];
        for (int k = 0; k < PERSONS; k++) {
            ListedNn nn = person(random.split(), follow);
            LivePacing pacing = new LivePacing();
            pacing.setting(PacerSetting.steady(0, PACE_PER_MIN, 0.45));
            // Both are known by construction, so a reference decides that they can be judged.
            pacing.referenceRsaMs(50);
            pacing.tick(nn, END_NS);
            r2[k] = pacing.reading().r2Ratio();
            plv[k] = pacing.reading().plvRatio();
        }
        return new double[][] {r2, plv};
    }

    private static ListedNn person(SplittableRandom random, boolean follow) {
        double meanMs = 60_000 / Math.min(95, Math.max(50, 70 + 8 * gauss(random)));
        double amplitudeMs = StrictMath.exp(StrictMath.log(28) + 0.5 * gauss(random));
        if (follow) {
            amplitudeMs *= StrictMath.exp(StrictMath.log(1.9) + 0.2 * gauss(random));
        }
        double waveMs = StrictMath.exp(StrictMath.log(22) + 0.35 * gauss(random)) * (follow ? 0.45 : 1);
        double noiseMs = 2 + 3 * random.nextDouble();
        int samples = 160 * GRID_HZ;
        double[] wave = resonance(random, samples, waveMs);
        double[] phase = follow ? steadyPhase(samples) : ownPhase(random, samples);
        double amplitude = amplitudeMs;
        return ListedNn.stepped(0, 152, t -> {
            int i = (int) (t * GRID_HZ);
            double phi = phase[i] + (t * GRID_HZ - i) * (phase[i + 1] - phase[i]);
            return meanMs
                    + amplitude * StrictMath.cos(phi)
                    + 0.12 * amplitude * StrictMath.cos(2 * phi + 1)
                    + wave[i]
                    + noiseMs * gauss(random);
        });
    }

    private static double[] steadyPhase(int samples) {
        double[] phase = new double[samples];
        for (int i = 0; i < samples; i++) {
            phase[i] = 2 * StrictMath.PI * PACE_PER_MIN / 60 * i / GRID_HZ;
        }
        return phase;
    }

    /** About 14 breaths per minute, each of its own length. */
    private static double[] ownPhase(SplittableRandom random, int samples) {
        double perMin = Math.min(20, Math.max(9, 14 + 2.5 * gauss(random)));
        double[] phase = new double[samples];
        double step = 0;
        for (int i = 1; i < samples; i++) {
            double turn = 2 * StrictMath.PI;
            if (step == 0 || StrictMath.floor(phase[i - 1] / turn) != StrictMath.floor((phase[i - 1] - step) / turn)) {
                step = turn * perMin / 60 / GRID_HZ / Math.max(0.5, 1 + 0.12 * gauss(random));
            }
            phase[i] = phase[i - 1] + step;
        }
        return phase;
    }

    /** The blood-pressure wave: noise through a resonance at 0.095 Hz, scaled to a standard deviation. */
    private static double[] resonance(SplittableRandom random, int samples, double sdMs) {
        double r = RESONANCE_POLE;
        double a1 = 2 * r * StrictMath.cos(2 * StrictMath.PI * 0.095 / GRID_HZ);
        double[] x = new double[samples + 400];
        double sum = 0;
        for (int i = 2; i < x.length; i++) {
            x[i] = a1 * x[i - 1] - r * r * x[i - 2] + gauss(random);
        }
        double[] wave = Arrays.copyOfRange(x, 400, x.length);
        for (double value : wave) {
            sum += value * value;
        }
        double scale = sdMs / StrictMath.sqrt(sum / samples);
        for (int i = 0; i < samples; i++) {
            wave[i] *= scale;
        }
        return wave;
    }

    private static double gauss(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))];
    }
}
