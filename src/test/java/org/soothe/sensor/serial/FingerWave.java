package org.soothe.sensor.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A pulse wave at a finger with known beats: each a steep rise and a second, flatter hill, on a baseline that breathes, with
 * noise and the counts of a ten-bit converter.
 */
final class FingerWave {

    static final double SAMPLES_PER_S = 10_000;

    private static final double MEAN_MS = 850;
    private static final double BREATH_MS = 50;
    private static final double BREATH_HZ = 0.1;
    private static final double NOISE_MS = 15;
    private static final double FIRST_S = 0.5;
    private static final double RISE_S = 0.16;
    private static final double HILL_S = 0.36;
    private static final double TAIL_S = 1.2;

    private final double[] beatS;

    /** Makes the beats of some seconds. */
    FingerWave(int seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] all = new double[3 * seconds];
        int count = 0;
        for (double atS = FIRST_S; atS < seconds; ) {
            all[count++] = atS;
            double rrMs = MEAN_MS
                    + BREATH_MS * StrictMath.sin(2 * Math.PI * BREATH_HZ * atS)
                    + NOISE_MS * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
            atS += rrMs / 1_000;
        }
        beatS = Arrays.copyOf(all, count);
    }

    /** Returns the true intervals, in order. */
    double[] rrMs() {
        double[] rrMs = new double[beatS.length - 1];
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] = (beatS[i + 1] - beatS[i]) * 1_000;
        }
        return rrMs;
    }

    /** Writes what a pin sees for some seconds, as the stand-in for a board reads it. */
    Path write(Path file, int seconds, double noiseCounts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int samples = (int) (seconds * SAMPLES_PER_S);
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        int from = 0;
        for (int i = 0; i < samples; i++) {
            double atS = i / SAMPLES_PER_S;
            while (from + 1 < beatS.length && atS - beatS[from] > TAIL_S) {
                from++;
            }
            double value = 500 + 15 * StrictMath.sin(2 * Math.PI * 0.25 * atS);
            for (int beat = from; beat < beatS.length && beatS[beat] < atS + TAIL_S; beat++) {
                double sinceS = atS - beatS[beat];
                value += 180 * bell(sinceS - RISE_S, 0.05) + 70 * bell(sinceS - HILL_S, 0.09);
            }
            value += noiseCounts * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
            bytes.putShort((short) Math.round(Math.max(0, Math.min(1_023, value))));
        }
        try {
            return Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double bell(double atS, double widthS) {
        return StrictMath.exp(-atS * atS / (2 * widthS * widthS));
    }
}
