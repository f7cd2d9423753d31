package org.soothe.artifact;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.soothe.beat.BeatSeries;

/** Simulated hearts, seeded, and ways to let them pass the stage. */
final class TestHearts {

    static final long MINUTE_NS = 60_000_000_000L;
    static final long FIVE_MINUTES_NS = 5 * MINUTE_NS;

    private TestHearts() {}

    /** How a simulated person breathes. */
    record Breathing(
            double heartRateBpm, double swingBpm, double ratePerMin, double asymmetry, double noiseMs, double quietS) {}

    /** Heart rate that swings with the breath, at first little if {@code quietS} is above 0; beat times rounded. */
    static double[] breathing(SplittableRandom random, Breathing person, double roundedToMs, double lengthS) {
        double[] rr = new double[4000];
        int n = 0;
        double phase = random.nextDouble() * 2 * StrictMath.PI;
        double rate = person.ratePerMin / 60;
        double nowS = 0;
        double heardMs = 0;
        while (nowS < lengthS) {
            double ramp = person.quietS == 0 ? 1 : 0.1 + 0.9 * clamp((nowS - person.quietS) / 20);
            double half = person.swingBpm / 2 * ramp;
            double bpm = person.heartRateBpm
                    + half * StrictMath.sin(phase)
                    + half * person.asymmetry * StrictMath.sin(2 * phase + 1);
            double ms = 60_000 / bpm + person.noiseMs * random.nextGaussian();
            nowS += ms / 1000;
            double before = phase;
            phase += 2 * StrictMath.PI * rate * ms / 1000;
            if ((int) (phase / 6.2831853) > (int) (before / 6.2831853)) {
                rate = person.ratePerMin / 60 * (1 + 0.05 * random.nextGaussian());
            }
            double rounded = roundedToMs == 0 ? nowS * 1000 : StrictMath.rint(nowS * 1000 / roundedToMs) * roundedToMs;
            rr[n++] = rounded - heardMs;
            heardMs = rounded;
        }
        return Arrays.copyOf(rr, n);
    }

    /**
     * Atrial fibrillation as intervals: log-normal, hardly correlated, a floor by the refractory period of the AV node, a
     * slow drift of the mean.
     */
    static double[] fibrillation(SplittableRandom random, double heartRateBpm, double variation, double lengthS) {
        double[] rr = new double[4000];
        int n = 0;
        double sigma = StrictMath.sqrt(StrictMath.log(1 + variation * variation));
        double correlation = 0.15 * random.nextDouble();
        double shortestMs = 260 + 60 * random.nextDouble();
        double x = 0;
        double drift = 0;
        for (double nowS = 0; nowS < lengthS; nowS += rr[n++] / 1000) {
            x = correlation * x + StrictMath.sqrt(1 - correlation * correlation) * random.nextGaussian();
            drift = 0.995 * drift + 0.01 * random.nextGaussian();
            double ms = 60_000 / heartRateBpm * StrictMath.exp(sigma * x - sigma * sigma / 2 + drift);
            rr[n] = Math.max(shortestMs, ms);
        }
        return Arrays.copyOf(rr, n);
    }

    static LiveBeats live(BeatSeries beats) {
        LiveBeats live = new LiveBeats();
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
        }
        return live;
    }

    static long flagged(LiveBeats live) {
        return live.decidedCount() - live.count(BeatClass.NORMAL);
    }

    static int flagged(CleanSeries clean) {
        int count = 0;
        for (int i = 0; i < clean.rawSize(); i++) {
            count += clean.beatClass(i) == BeatClass.NORMAL ? 0 : 1;
        }
        return count;
    }

    static double[] differences(double[] times) {
        double[] d = new double[times.length - 1];
        for (int i = 0; i < d.length; i++) {
            d[i] = times[i + 1] - times[i];
        }
        return d;
    }

    private static double clamp(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
