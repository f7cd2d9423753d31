package org.soothe.artifact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Five minutes of a simulated person (physiology 10.1, without slow drift), breathing freely or paced, and the same beats
 * with 4 % artifacts at random places after the first 25 beats, at least three sound beats between any two. Seeded.
 */
final class DisturbedHeart {

    private static final double LENGTH_S = 300;
    private static final double SHARE = 0.04;
    private static final double TICK_S = 1.0 / 1024;
    private static final int FIRST = 25;
    private static final int SOUND = 3;

    /** What is wrong with a beat. */
    enum Kind {
        /** Not detected. */
        MISSED,
        /** Another one is detected 30 to 70 % of the interval before it. */
        EXTRA,
        /** Early by 20 to 40 % of the interval, with full pause. */
        ECTOPIC,
        /** Early or late by 60 to 120 ms. */
        MISPLACED
    }

    private final SplittableRandom random;
    private final double[] lowMs = new double[1 + (int) (4 * (LENGTH_S + 10))];
    private final double[] cleanS;
    private final double[] disturbedS;

    DisturbedHeart(int seed, boolean paced, Kind... kinds) {
        random = new SplittableRandom(2L * seed + (paced ? 1 : 0));
        slowWave(StrictMath.exp(StrictMath.log(22) + 0.35 * random.nextGaussian()) * (paced ? 0.45 : 1));
        cleanS = beats(paced);
        disturbedS = disturbed(kinds);
    }

    /** Returns the true intervals in milliseconds. */
    double[] cleanMs() {
        return intervalsMs(cleanS);
    }

    /** Returns the intervals as a sensor with artifacts would send them. */
    double[] disturbedMs() {
        return intervalsMs(disturbedS);
    }

    /** A resonance at 0.095 Hz as an autoregression of second order at 4 Hz, scaled to its standard deviation. */
    private void slowWave(double deviationMs) {
        double radius = 0.98;
        double first = 2 * radius * StrictMath.cos(2 * StrictMath.PI * 0.095 / 4);
        double second = -radius * radius;
        double variance = (1 - second) / ((1 + second) * ((1 - second) * (1 - second) - first * first));
        double scale = deviationMs / StrictMath.sqrt(variance);
        double last = 0;
        double beforeLast = 0;
        for (int i = -400; i < lowMs.length; i++) {
            double now = first * last + second * beforeLast + random.nextGaussian();
            beforeLast = last;
            last = now;
            if (i >= 0) {
                lowMs[i] = scale * now;
            }
        }
    }

    private double[] beats(boolean paced) {
        double heartRateBpm = Math.min(95, Math.max(50, 70 + 8 * random.nextGaussian()));
        double swingMs = StrictMath.exp(StrictMath.log(28) + 0.5 * random.nextGaussian());
        double gain = StrictMath.exp(StrictMath.log(1.9) + 0.2 * random.nextGaussian());
        double freePerMin = Math.min(20, Math.max(9, 14 + 2.5 * random.nextGaussian()));
        double noiseMs = 2 + 3 * random.nextDouble();
        double perMin = paced ? 6 : freePerMin;
        double amplitudeMs = swingMs * (paced ? gain : 1);
        double[] timesS = new double[1000];
        int n = 0;
        double phase = 0;
        double rateHz = perMin / 60;
        for (double nowS = 0; nowS < LENGTH_S; n++) {
            timesS[n] = StrictMath.rint(nowS / TICK_S) * TICK_S;
            double rrMs = 60_000 / heartRateBpm
                    + amplitudeMs * (StrictMath.cos(phase) + 0.12 * StrictMath.cos(2 * phase + 1))
                    + lowMs[(int) (4 * nowS)]
                    + noiseMs * random.nextGaussian();
            double stepS = Math.max(0.35, rrMs / 1000);
            nowS += stepS;
            phase += 2 * StrictMath.PI * rateHz * stepS;
            if (phase > 2 * StrictMath.PI) {
                phase -= 2 * StrictMath.PI;
                rateHz = perMin / 60 * (paced ? 1 : Math.max(0.5, 1 + 0.12 * random.nextGaussian()));
            }
        }
        return Arrays.copyOf(timesS, n);
    }

    private double[] disturbed(Kind... kinds) {
        Map<Integer, Kind> places = new HashMap<>();
        int wanted = (int) Math.round(SHARE * cleanS.length);
        while (places.size() < wanted) {
            int at = FIRST + random.nextInt(cleanS.length - FIRST - SOUND - 1);
            if (IntStream.rangeClosed(at - SOUND, at + SOUND).noneMatch(places::containsKey)) {
                places.put(at, kinds[places.size() % kinds.length]);
            }
        }
        double[] timesS = new double[cleanS.length + wanted];
        int n = 0;
        for (int i = 0; i < cleanS.length; i++) {
            Kind kind = places.get(i);
            double intervalS = i == 0 ? 0 : cleanS[i] - cleanS[i - 1];
            if (kind == Kind.EXTRA) {
                timesS[n++] = cleanS[i] - intervalS * (0.3 + 0.4 * random.nextDouble());
            }
            if (kind == Kind.ECTOPIC) {
                timesS[n++] = cleanS[i] - intervalS * (0.2 + 0.2 * random.nextDouble());
            } else if (kind == Kind.MISPLACED) {
                timesS[n++] = cleanS[i] + (random.nextBoolean() ? 1 : -1) * (0.060 + 0.060 * random.nextDouble());
            } else if (kind != Kind.MISSED) {
                timesS[n++] = cleanS[i];
            }
        }
        return Arrays.copyOf(timesS, n);
    }

    private static double[] intervalsMs(double[] timesS) {
        double[] rrMs = TestHearts.differences(timesS);
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] *= 1000;
        }
        return rrMs;
    }
}
