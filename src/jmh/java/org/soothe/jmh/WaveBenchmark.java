package org.soothe.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.engine.Engine;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/** Blocks of waves through the live engine, beats, breathing and 5-s ticks included: a heart of 75 bpm without end. */
@State(Scope.Thread)
@Fork(1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class WaveBenchmark {

    private static final double BEAT_S = 0.8;

    private final Feed ecg = new Feed(WaveformKind.ECG_MICROVOLT, 130, 73, 1000, 0.012);
    private final Feed pulse = new Feed(WaveformKind.PULSE_COUNT, 500, 50, 200, 0.08);

    /** A block of a chest strap's ECG: 73 samples, 0.56 s. */
    @Benchmark
    public boolean ecgBlock() {
        return ecg.next();
    }

    /** A block of a serial pulse sensor: 50 samples, 0.1 s. */
    @Benchmark
    public boolean pulseBlock() {
        return pulse.next();
    }

    /** One wave into one engine. The blocks are made before: ten seconds of samples, shifted in time. */
    private static final class Feed {

        private final Engine engine = new Engine();
        private final WaveformKind kind;
        private final double rateHz;
        private final Samples[] blocks;
        private final int blockCount;
        private long next;

        Feed(WaveformKind kind, double rateHz, int blockCount, double height, double widthS) {
            this.kind = kind;
            this.rateHz = rateHz;
            this.blockCount = blockCount;
            // As many blocks as hold a whole number of beats, so that they repeat without a seam.
            int beats = (int) Math.round(rateHz * BEAT_S);
            this.blocks = new Samples[beats];
            for (int b = 0; b < blocks.length; b++) {
                int[] samples = new int[blockCount];
                for (int i = 0; i < blockCount; i++) {
                    double timeS = ((long) b * blockCount + i) / rateHz;
                    double distance = (timeS % BEAT_S - BEAT_S / 2) / widthS;
                    samples[i] = (int) (300 + height * StrictMath.exp(-distance * distance / 2) + i % 3);
                }
                blocks[b] = Samples.of(samples);
            }
        }

        boolean next() {
            long firstNs = Math.round(next * blockCount * 1e9 / rateHz);
            long arrivalNs = Math.round((next + 1) * blockCount * 1e9 / rateHz);
            Samples samples = blocks[(int) (next++ % blocks.length)];
            return engine.update(new Waveform(arrivalNs, firstNs, kind, rateHz, samples));
        }
    }
}
