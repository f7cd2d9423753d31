package org.soothe.beat;

import org.soothe.event.Waveform;

/**
 * Finds the beats of a pulse wave, sample by sample, from 50 to 1000 samples per second, and says of each whether its wave is
 * good. Causal: a beat is found about half an interval after its upstroke. Not thread-safe; fixed size, {@link #block}
 * allocates nothing.
 *
 * <p>Beat: the steepest rise of the wave between 0.5 and 8 Hz, refined by the parabola through its neighbours. Of two within
 * 0.6 of the median of the last intervals, at least 300 ms, the steeper one counts; a rise needs 0.35 of the usual steepness,
 * less and less when a beat is overdue (physiology basis 4.2).
 *
 * <p>Good: the wave since the beat before looks like those before it ({@link PulseShape}), its height is 0.3 to 3 times the
 * usual one, the asymmetry of the last 5 s is above 0 (docs/decisions/0083), and no sample is at a rail ({@link PulseWave}); physiology basis 4.6.
 *
 * <ul>
 *   <li>Missing samples, and a second of one unchanging value, end the segment; its first beat is not good.
 *   <li>The size of a beat is the height of its wave in counts.
 *   <li>A wave that is upside down is turned: some sensors count the light that comes back.
 * </ul>
 */
public final class PulseBeatFinder {

    /** Lowest sample rate at which beats are found at all. */
    public static final double LOWEST_RATE_HZ = 50;

    /** Highest sample rate. */
    public static final double HIGHEST_RATE_HZ = 1000;

    /** Lowest sample rate for beat to beat variability (physiology basis 4.2). */
    public static final double FINE_RATE_HZ = 100;

    /** A rate that is measured by arrival, or kept by a cheap crystal, misses the one that is meant by this share. */
    private static final double RATE_ERROR_RATIO = 0.01;

    private static final double REFRACTORY_RATIO = 0.6;
    private static final double REFRACTORY_S = 0.3;
    private static final double LEAST_STEEPNESS_RATIO = 0.35;
    private static final double OVERDUE = 1.5;
    private static final double FORGET_S = 3;
    private static final double UNCHANGED_S = 1;
    private static final double LONGEST_S = 2.5;
    private static final double ASYMMETRY_S = 5;
    private static final double SMALLEST_RATIO = 0.3;
    private static final double LARGEST_RATIO = 3;

    private final BlockClock clock =
            BlockClock.ofSteadyTimes(LOWEST_RATE_HZ * (1 - RATE_ERROR_RATIO), HIGHEST_RATE_HZ * (1 + RATE_ERROR_RATIO));
    private final PulseWave wave = new PulseWave();
    private final PulseShape shape = new PulseShape();
    private final PulsePolarity polarity = new PulsePolarity();
    private final RecentValues steepness = new RecentValues();
    private final RecentValues distances = new RecentValues();
    private final RecentValues heights = new RecentValues();

    private double rateHz;
    private double candidateIndex = Double.NaN;
    private double candidateSteepness;
    private boolean candidateIsLost;
    private double beatIndex = Double.NaN;
    private long quietFromIndex;
    private boolean brokenBefore = true;

    /** Returns whether beats found at a sample rate are fine enough for variability. */
    public static boolean isFine(double sampleRateHz) {
        return sampleRateHz >= FINE_RATE_HZ * (1 - RATE_ERROR_RATIO);
    }

    /** Takes the next block of samples. */
    public void block(Waveform block, WaveBeatSink sink) {
        switch (clock.judge(block)) {
            case REFUSED -> {
                return;
            }
            case BEGINS -> begin(block.sampleRateHz(), block.samples().get(0));
            case GOES_ON -> hole();
            case FOLLOWS -> {}
        }
        for (int i = 0; i < block.samples().size(); i++) {
            sample(block.samples().get(i), sink);
        }
    }

    /** Returns the clock of the blocks, with its counters. */
    public BlockClock clock() {
        return clock;
    }

    private void begin(double newRateHz, int raw) {
        rateHz = newRateHz;
        wave.begin(rateHz, raw);
        polarity.begin(rateHz);
        quietFromIndex = 0;
        breakHere();
    }

    private void breakHere() {
        candidateIndex = Double.NaN;
        candidateIsLost = false;
        beatIndex = Double.NaN;
        brokenBefore = true;
    }

    /** The upstroke before a hole is no beat any more, but what follows it closely is none either. */
    private void hole() {
        candidateIsLost = !Double.isNaN(candidateIndex);
        beatIndex = Double.NaN;
        brokenBefore = true;
    }

    private void sample(int raw, WaveBeatSink sink) {
        wave.add(raw);
        long top = wave.count() - 2;
        if (top < 2) {
            return;
        }
        if (polarity.next(wave)) {
            breakHere();
            forget();
        }
        double rise = slope(top);
        if (rise > 0 && rise >= slope(top - 1) && rise > slope(top + 1)) {
            steepest(top, rise, sink);
        }
        if (top - candidateIndex >= refractoryCount()) {
            beat(sink);
        }
        if (wave.unchangedCount() == (int) (UNCHANGED_S * rateHz)) {
            breakHere();
            quietFromIndex = top;
        } else if (top - quietFromIndex > FORGET_S * rateHz) {
            forget();
        }
    }

    private double slope(long index) {
        return polarity.sign() * wave.slope(index);
    }

    private void forget() {
        steepness.clear();
        distances.clear();
    }

    private double refractoryCount() {
        return Math.max(REFRACTORY_S * rateHz, distances.isEmpty() ? 0 : REFRACTORY_RATIO * distances.median());
    }

    private void steepest(long top, double rise, WaveBeatSink sink) {
        if (top - candidateIndex < refractoryCount()) {
            if (rise > candidateSteepness) {
                candidate(top, rise);
            }
            return;
        }
        beat(sink);
        if (steepness.isEmpty() || rise >= leastSteepness(top)) {
            candidate(top, rise);
        }
    }

    private double leastSteepness(long index) {
        double sinceCount = index - beatIndex;
        double usual = distances.isEmpty() ? rateHz : distances.median();
        double overdue = sinceCount > OVERDUE * usual ? OVERDUE * usual / sinceCount : 1;
        return LEAST_STEEPNESS_RATIO * overdue * steepness.median();
    }

    private void candidate(long top, double rise) {
        double before = slope(top - 1);
        double after = slope(top + 1);
        double bend = before - 2 * rise + after;
        double shift = bend < 0 ? 0.5 * (before - after) / bend : 0;
        // A rise lies between two samples: half a sample before the one it leads to.
        candidateIndex = top - 0.5 + Math.max(-0.5, Math.min(0.5, shift));
        candidateSteepness = rise;
        candidateIsLost = false;
    }

    private void beat(WaveBeatSink sink) {
        if (Double.isNaN(candidateIndex) || candidateIsLost) {
            candidateIndex = Double.NaN;
            candidateIsLost = false;
            return;
        }
        boolean good = false;
        if (candidateIndex - beatIndex <= LONGEST_S * rateHz) {
            good = judge();
            distances.add(candidateIndex - beatIndex);
        }
        steepness.add(candidateSteepness);
        beatIndex = candidateIndex;
        quietFromIndex = Math.round(beatIndex);
        candidateIndex = Double.NaN;
        sink.found(clock.timeNs(beatIndex), shape.height(), brokenBefore, good);
        brokenBefore = false;
    }

    private boolean judge() {
        boolean looksRight = shape.read(wave, beatIndex, candidateIndex);
        double height = shape.height();
        boolean usualHeight = heights.isEmpty()
                || (height >= SMALLEST_RATIO * heights.median() && height <= LARGEST_RATIO * heights.median());
        heights.add(height);
        boolean upright = polarity.sign() * wave.asymmetry((int) (ASYMMETRY_S * rateHz)) > 0;
        boolean good = usualHeight && upright && wave.railIndex() < beatIndex;
        if (good && looksRight) {
            shape.learn();
        }
        return good && looksRight;
    }
}
