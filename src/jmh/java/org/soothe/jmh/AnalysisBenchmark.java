package org.soothe.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soothe.artifact.BeatCleaner;
import org.soothe.artifact.CleanSeries;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.FinalAnalysis;
import org.soothe.hrv.HrvAnalysis;
import org.soothe.hrv.HrvSummary;
import org.soothe.recording.RrRecording;

/** Final analysis of recordings of 23 h and of a window of five minutes, in a heap of 128 MB. */
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = "-Xmx128m")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class AnalysisBenchmark {

    private static final long FIVE_MINUTES_NS = 300_000_000_000L;

    /** Which recording. */
    @Param({"nsr001", "nsr004"})
    public String recording = "nsr001";

    private final HrvAnalysis hrv = new HrvAnalysis();
    private double[] rawMs = {};
    private BeatSeries beats = BeatSeries.ofMs();
    private CleanSeries clean = BeatCleaner.clean(beats);

    /** Reads the recording. */
    @Setup
    public void read() {
        RrRecording read = "nsr001".equals(recording) ? Recordings.nsr001() : Recordings.nsr004();
        rawMs = read.rawMs();
        beats = FinalAnalysis.beats(read.events());
        clean = BeatCleaner.clean(beats);
    }

    /** Time domain and Welch spectrum of the whole recording as read. */
    @Benchmark
    public HrvSummary timeDomainAndWelch() {
        return hrv.raw(rawMs);
    }

    /** Centred artifact correction, then time domain and Welch spectrum. */
    @Benchmark
    public HrvSummary correctedTimeDomainAndWelch() {
        return hrv.corrected(BeatCleaner.clean(beats));
    }

    /** One window of five minutes of the corrected series, an hour in. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public HrvSummary fiveMinutes() {
        long fromNs = clean.timeNs(0) + 12 * FIVE_MINUTES_NS;
        return hrv.corrected(clean, fromNs, fromNs + FIVE_MINUTES_NS, Double.NaN);
    }
}
