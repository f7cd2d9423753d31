package org.soothe.breathing;

import java.util.Arrays;
import java.util.Objects;
import org.soothe.artifact.NnSeries;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

/**
 * How far the heart swings in a breath, for reports and for finding a pace; never mixed with other measures of RSA.
 * Immutable.
 *
 * <pre>(1) per pacer cycle: max(RR) - min(RR)   (ms);   60000 / min(RR) - 60000 / max(RR)   (beats per minute)
 * (2) mean over the cycles without the floor(0.1 n) lowest and as many highest</pre>
 *
 * <p>A cycle counts if it lies wholly in the stretch and in the beats, has 5 beats or more, none of them corrected, no
 * gap, and a rate of 10 per minute or less: above, a breath has too few beats to meet its turns.
 *
 * <ul>
 *   <li>No such cycle: both withheld.
 *   <li>Each of the two is trimmed by itself.
 * </ul>
 *
 * <p>Reference: physiology basis 3.5; Lewis et al. 2012, Biol. Psychol. 89:349, on how measures of RSA differ.
 *
 * @param rsaMs mean swing of the RR intervals, milliseconds
 * @param heartRateSpanBpm mean swing of the heart rate, beats per minute
 * @param cycleCount how many cycles were used
 */
public record PeakToValley(Measure rsaMs, Measure heartRateSpanBpm, int cycleCount) {

    private static final int MIN_BEATS = 5;
    private static final double TRIMMED_PART = 0.1;
    private static final double RATE_ROUNDING_PER_MIN = 1e-9;

    /** Checks that nothing is missing. */
    public PeakToValley {
        Objects.requireNonNull(rsaMs, "rsaMs");
        Objects.requireNonNull(heartRateSpanBpm, "heartRateSpanBpm");
    }

    /** Measures the complete cycles of a stretch, up to and including its end. */
    public static PeakToValley over(NnSeries nn, PacerTrack track, long fromNs, long toNs) {
        if (Double.isNaN(track.breathCount(toNs))) {
            return withheld(WithheldReason.NO_PACER);
        }
        Cycles cycles = new Cycles(track, Math.max(fromNs, track.runningSinceNs(toNs)), toNs);
        for (int i = 0; i < nn.size(); i++) {
            cycles.add(nn, i);
        }
        return cycles.result();
    }

    private static PeakToValley withheld(WithheldReason reason) {
        return new PeakToValley(Measure.withheld(reason), Measure.withheld(reason), 0);
    }

    /** Walks over the beats, one cycle open at a time. */
    private static final class Cycles {

        private final PacerTrack track;
        private final long fromNs;
        private final long toNs;
        private double[] rsaMs = new double[64];
        private double[] spanBpm = new double[64];
        private int used;
        private double cycle = Double.NaN;
        private int beats;
        private boolean spoiled;
        private double minMs;
        private double maxMs;

        Cycles(PacerTrack track, long fromNs, long toNs) {
            this.track = track;
            this.fromNs = fromNs;
            this.toNs = toNs;
        }

        void add(NnSeries nn, int i) {
            long timeNs = nn.timeNs(i);
            if (timeNs <= fromNs || timeNs > toNs) {
                return;
            }
            boolean gapBefore = i == 0 || nn.followsGap(i);
            double now = StrictMath.floor(track.breathCount(timeNs));
            if (now != cycle) {
                // A jump over a whole cycle, or a gap at the turn, leaves the old cycle without its end.
                spoiled |= gapBefore || now != cycle + 1;
                close();
                open(now, timeNs - StrictMath.round(nn.nnMs(i) * 1e6));
            }
            spoiled |= gapBefore || nn.corrected(i) || tooFast(timeNs);
            beats++;
            minMs = Math.min(minMs, nn.nnMs(i));
            maxMs = Math.max(maxMs, nn.nnMs(i));
        }

        /** The cycle still open has not ended within the beats, so it does not count. */
        PeakToValley result() {
            if (used == 0) {
                return withheld(WithheldReason.TOO_FEW_BEATS);
            }
            return new PeakToValley(Measure.of(trimmedMean(rsaMs)), Measure.of(trimmedMean(spanBpm)), used);
        }

        private void open(double now, long intervalStartNs) {
            cycle = now;
            beats = 0;
            minMs = Double.POSITIVE_INFINITY;
            maxMs = Double.NEGATIVE_INFINITY;
            // The beat at the start of the first interval may lie in the cycle and is not known.
            double before = track.breathCount(intervalStartNs);
            spoiled = !(before <= now) || now < track.breathCount(fromNs);
        }

        private void close() {
            if (spoiled || beats < MIN_BEATS) {
                return;
            }
            if (used == rsaMs.length) {
                rsaMs = Arrays.copyOf(rsaMs, 2 * used);
                spanBpm = Arrays.copyOf(spanBpm, 2 * used);
            }
            // (1)
            rsaMs[used] = maxMs - minMs;
            spanBpm[used] = 60_000 / minMs - 60_000 / maxMs;
            used++;
        }

        private boolean tooFast(long timeNs) {
            return track.ratePerMin(timeNs) > PacerLimits.MAX_RATE_PER_MIN + RATE_ROUNDING_PER_MIN;
        }

        /** (2). */
        private double trimmedMean(double[] values) {
            double[] sorted = Arrays.copyOf(values, used);
            Arrays.sort(sorted);
            int cut = (int) (TRIMMED_PART * used);
            double sum = 0;
            for (int i = cut; i < used - cut; i++) {
                sum += sorted[i];
            }
            return sum / (used - 2 * cut);
        }
    }
}
