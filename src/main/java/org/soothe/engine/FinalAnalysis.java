package org.soothe.engine;

import java.util.ArrayList;
import java.util.List;
import org.soothe.artifact.BeatCleaner;
import org.soothe.artifact.CleanSeries;
import org.soothe.artifact.IrregularRhythm;
import org.soothe.artifact.Quality;
import org.soothe.artifact.QualityGate;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.beat.BeatSeries;
import org.soothe.beat.PulseQuality;
import org.soothe.breathing.Adherence;
import org.soothe.breathing.PacedReading;
import org.soothe.breathing.PacerTrack;
import org.soothe.event.Event;
import org.soothe.hrv.HrvAnalysis;
import org.soothe.hrv.HrvSummary;
import org.soothe.hrv.WithheldReason;

/**
 * Final results of a recording: the same beat clock as live, then centred cleaning that may look ahead, then the measures
 * of the report. A pure function of the events. Not thread-safe; one per thread, and worth keeping, because its
 * workspaces are reused.
 */
public final class FinalAnalysis {

    private static final double NS_PER_MS = 1e6;

    private final HrvAnalysis hrv = new HrvAnalysis();
    private final QualityGate quality = new QualityGate();
    private final IrregularRhythm irregular = new IrregularRhythm();

    /** Makes an analysis that can be used for many recordings, one after the other. */
    public FinalAnalysis() {}

    /**
     * Analyses a recording.
     *
     * @param events the recording as it arrived
     * @param rawMs every interval greater than 0 as read, in milliseconds
     * @param windowNs length of the windows
     * @throws IllegalArgumentException if the window is not longer than 0
     */
    public FinalResult analyze(Iterable<? extends Event> events, double[] rawMs, long windowNs) {
        if (windowNs <= 0) {
            throw new IllegalArgumentException("windowNs must be greater than 0, was " + windowNs);
        }
        PlacedRecording placed = PlacedRecording.of(events);
        return analyze(placed.beats(), placed.pacers(), placed.pulse(), rawMs, windowNs);
    }

    /** Places the beats of a recording on its axis, without judging them. */
    public static BeatSeries beats(Iterable<? extends Event> events) {
        return PlacedRecording.of(events).beats();
    }

    /** Returns for each beat of {@link #beats} the index, from 0, of the event it arrived in. */
    public static int[] eventOfBeat(Iterable<? extends Event> events) {
        return PlacedRecording.of(events).eventOfBeat();
    }

    private FinalResult analyze(
            BeatSeries beats, PacerTrack pacers, PulseQuality pulse, double[] rawMs, long windowNs) {
        HrvSummary raw = hrv.raw(rawMs);
        CleanSeries clean = BeatCleaner.clean(beats);
        boolean paced = pacers.inForce().anchorNs() != Long.MIN_VALUE;
        PacedReading reading = new PacedReading(paced ? clean.size() : 0);
        int count = beats.size();
        long fromNs = count == 0 ? 0 : beats.timeNs(0) - Math.round(beats.rrMs(0) * NS_PER_MS);
        long toNs = count == 0 ? 0 : beats.timeNs(count - 1);
        WindowResult whole = window(clean, pacers, pulse, reading, fromNs, toNs);
        List<WindowResult> windows = new ArrayList<>();
        for (long startNs = fromNs; toNs - startNs >= windowNs; startNs += windowNs) {
            if (firstAfter(clean, startNs + windowNs) > firstAfter(clean, startNs)) {
                windows.add(window(clean, pacers, pulse, reading, startNs, startNs + windowNs));
            }
        }
        return new FinalResult(raw, count, whole, windows);
    }

    private WindowResult window(
            CleanSeries clean, PacerTrack pacers, PulseQuality pulse, PacedReading reading, long fromNs, long toNs) {
        quality.evaluate(clean, fromNs, toNs);
        Rhythm rhythm = irregular.of(clean, fromNs, toNs);
        reading.read(clean, pacers, fromNs, toNs);
        double followedPerMin = reading.adherence() == Adherence.FOLLOWING
                ? pacers.ratePerMin(fromNs + (toNs - fromNs) / 2)
                : Double.NaN;
        HrvSummary corrected = hrv.corrected(clean, fromNs, toNs, followedPerMin);
        WithheldReason unsuited = WithheldReason.of(rhythm);
        if (unsuited != null) {
            corrected = corrected.withholdVariability(unsuited);
            reading.withhold(unsuited);
        }
        int fromRaw = firstAfter(clean, fromNs);
        return new WindowResult(
                fromNs,
                toNs,
                corrected,
                reading.measures(),
                ArtifactCounts.of(clean, fromRaw, firstAfter(clean, toNs)),
                graded(pulse.goodRatio(fromNs, toNs) < PulseQuality.LEAST_GOOD_RATIO),
                rhythm);
    }

    /** The quality of the window read last; a pulse wave too disturbed to be read makes it BAD. */
    private Quality graded(boolean pulseDisturbed) {
        Quality known = quality.quality();
        return pulseDisturbed
                ? new Quality(QualityGrade.BAD, known.correctedPercent(), known.coveragePercent(), known.longestGapMs())
                : known;
    }

    /**
     * Analyses one stretch of a recording, which is cleaned as a whole.
     *
     * @param events the recording as it arrived
     * @param fromNs start on the session axis, not part of it
     * @param toNs end, part of it
     */
    public WindowResult stretch(Iterable<? extends Event> events, long fromNs, long toNs) {
        return stretches(events, List.of(new long[] {fromNs, toNs})).get(0);
    }

    /**
     * Analyses chosen stretches of a recording, cleaned as a whole.
     *
     * @param events the recording as it arrived
     * @param stretches from and to of each, nanoseconds on the session axis
     */
    public List<WindowResult> stretches(Iterable<? extends Event> events, List<long[]> stretches) {
        PlacedRecording placed = PlacedRecording.of(events);
        return stretches(placed, BeatCleaner.clean(placed.beats()), stretches);
    }

    /** As above, for a recording whose beats are placed and cleaned already. */
    List<WindowResult> stretches(PlacedRecording placed, CleanSeries clean, List<long[]> stretches) {
        PacerTrack pacers = placed.pacers();
        PulseQuality pulse = placed.pulse();
        PacedReading reading = new PacedReading(clean.size());
        return stretches.stream()
                .map(stretch -> window(clean, pacers, pulse, reading, stretch[0], stretch[1]))
                .toList();
    }

    private static int firstAfter(CleanSeries clean, long timeNs) {
        int low = 0;
        int high = clean.rawSize();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clean.rawTimeNs(middle) <= timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
