package org.soothe.recording.file;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.Samples;
import org.soothe.event.SensorContact;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * What a strap sends hour after hour: intervals each second, an electrocardiogram of 130 Hz and acceleration of 200 Hz in the
 * blocks in which straps send them. Not thread-safe.
 */
final class WornStrap {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int ECG_BLOCK = 73;
    private static final int ACC_BLOCK = 36;
    private static final WaveformKind[] AXES = {
        WaveformKind.ACCELERATION_X_MILLI_G, WaveformKind.ACCELERATION_Y_MILLI_G, WaveformKind.ACCELERATION_Z_MILLI_G
    };

    private final SplittableRandom random;
    private long second;
    private long ecgSamples;
    private long accSamples;
    private double beatS;
    private double phase;
    private double rrS = 0.9;

    WornStrap(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Sends the events of the next hour. */
    void hour(Consumer<Event> to) {
        for (int i = 0; i < 3600; i++) {
            second(to);
        }
    }

    private void second(Consumer<Event> to) {
        second++;
        while ((ecgSamples + ECG_BLOCK) / 130.0 < second || (accSamples + ACC_BLOCK) / 200.0 < second) {
            if ((ecgSamples + ECG_BLOCK) / 130.0 < (accSamples + ACC_BLOCK) / 200.0) {
                electrocardiogram(to);
            } else {
                acceleration(to);
            }
        }
        int[] ticks = new int[4];
        int count = 0;
        while (beatS + rrS < second) {
            beatS += rrS;
            ticks[count++] = (int) Math.round(rrS * 1024);
            rrS = 0.9 + 0.04 * Math.sin(beatS * 2 * Math.PI / 10) + 0.01 * (random.nextDouble() - 0.5);
        }
        to.accept(new RrPacket(
                second * SECOND_NS,
                SensorContact.PRESENT,
                67,
                RrIntervals.ofTicks1024(java.util.Arrays.copyOf(ticks, count))));
    }

    private void electrocardiogram(Consumer<Event> to) {
        int[] samples = new int[ECG_BLOCK];
        for (int i = 0; i < ECG_BLOCK; i++) {
            samples[i] = ecg();
        }
        to.accept(wave(ecgSamples / 130.0, WaveformKind.ECG_MICROVOLT, 130, samples));
        ecgSamples += ECG_BLOCK;
    }

    private void acceleration(Consumer<Event> to) {
        for (WaveformKind axis : AXES) {
            int level = axis == AXES[2] ? 980 : 20;
            int[] samples = random.ints(ACC_BLOCK, level - 12, level + 12).toArray();
            to.accept(wave(accSamples / 200.0, axis, 200, samples));
        }
        accSamples += ACC_BLOCK;
    }

    private static Waveform wave(double firstS, WaveformKind kind, double rateHz, int[] samples) {
        long firstNs = Math.round(firstS * 1e9);
        long arrivalNs = Math.round((firstS + samples.length / rateHz) * 1e9);
        return new Waveform(arrivalNs, firstNs, kind, rateHz, Samples.of(samples));
    }

    /** A spike of 80 ms at each beat, a slow wave after it, and noise. */
    private int ecg() {
        phase += 1 / 130.0 / rrS;
        phase -= Math.floor(phase);
        double spike = bump((phase - 0.3) * rrS / 0.015) * 1200;
        double wave = bump((phase - 0.6) * rrS / 0.06) * 250;
        return (int) Math.round(spike + wave + (random.nextDouble() - 0.5) * 30);
    }

    private static double bump(double x) {
        return Math.abs(x) > 6 ? 0 : Math.exp(-x * x);
    }
}
