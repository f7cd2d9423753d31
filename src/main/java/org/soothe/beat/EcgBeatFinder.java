package org.soothe.beat;

import org.soothe.event.Waveform;

/**
 * Finds the R peaks of an ECG, sample by sample, from 100 to 1000 samples per second. Causal: a beat is found about 0.6 s
 * after it. Not thread-safe; fixed size, {@link #block} allocates nothing.
 *
 * <p>A stretch of {@link EcgBlocks} is a beat if it lasts at least 40 ms, has a tenth of the power that is usual (0.03 of it
 * when a beat is overdue), and is no T wave: within 360 ms of a beat it needs a quarter of that beat's power. Of two within
 * 250 ms the stronger one counts. Usual is the median of the last nine; after 2.5 s without a beat it is forgotten.
 *
 * <ul>
 *   <li>Missing samples, and 300 ms of one unchanging value (no contact, or the amplifier at its rail), end the segment.
 *   <li>The size of a beat is the root mean square of its complex between 8 and 20 Hz in microvolts. All beats are called good.
 *   <li>A peak lies within about 1 ms of where it is at a higher sample rate (docs/validation.md).
 * </ul>
 *
 * <p>Refractory times and shares: judgement, in the manner of Pan and Tompkins 1985, doi:10.1109/TBME.1985.325532.
 */
public final class EcgBeatFinder {

    /** Lowest sample rate. */
    public static final double LOWEST_RATE_HZ = 100;

    /** Highest sample rate. */
    public static final double HIGHEST_RATE_HZ = 1000;

    private static final double SHORTEST_S = 0.04;
    private static final double REFRACTORY_S = 0.25;
    private static final double T_WAVE_S = 0.36;
    private static final double T_WAVE_RATIO = 0.25;
    private static final double LEAST_RATIO = 0.1;
    private static final double OVERDUE_RATIO = 0.03;
    private static final double OVERDUE = 1.5;
    private static final double FORGET_S = 2.5;
    private static final double UNCHANGED_S = 0.3;

    private final BlockClock clock = new BlockClock(LOWEST_RATE_HZ, HIGHEST_RATE_HZ);
    private final EcgBlocks blocks = new EcgBlocks();
    private final EcgWave wave = new EcgWave();
    private final RecentValues powers = new RecentValues();
    private final RecentValues distances = new RecentValues();

    private double rateHz;
    private int lastMicrovolt;
    private int unchangedCount;

    private double candidateIndex = Double.NaN;
    private double candidatePower;
    private double beatIndex = Double.NaN;
    private double beatPower;
    private long quietFromIndex;
    private boolean brokenBefore = true;

    /** Takes the next block of samples. */
    public void block(Waveform block, WaveBeatSink sink) {
        switch (clock.judge(block)) {
            case REFUSED -> {
                return;
            }
            case BEGINS -> begin(block.sampleRateHz(), block.samples().get(0));
            case GOES_ON, FOLLOWS -> {}
        }
        for (int i = 0; i < block.samples().size(); i++) {
            sample(clock.firstIndex() + i, block.samples().get(i), sink);
        }
    }

    /** Returns the clock of the blocks, with its counters. */
    public BlockClock clock() {
        return clock;
    }

    private void begin(double newRateHz, int microvolt) {
        rateHz = newRateHz;
        blocks.begin(rateHz, microvolt);
        wave.begin(rateHz);
        lastMicrovolt = microvolt;
        unchangedCount = 0;
        quietFromIndex = 0;
        breakHere();
    }

    private void breakHere() {
        candidateIndex = Double.NaN;
        beatIndex = Double.NaN;
        brokenBefore = true;
    }

    private void sample(long index, int microvolt, WaveBeatSink sink) {
        wave.add(microvolt);
        unchangedCount = microvolt == lastMicrovolt ? unchangedCount + 1 : 0;
        lastMicrovolt = microvolt;
        if (blocks.next(microvolt)) {
            stretch(sink);
        }
        if (blocks.centre() - candidateIndex > REFRACTORY_S * rateHz) {
            beat(sink);
        }
        if (unchangedCount == (int) (UNCHANGED_S * rateHz)) {
            breakHere();
            quietFromIndex = index;
        } else if (index - quietFromIndex > FORGET_S * rateHz) {
            powers.clear();
        }
    }

    private void stretch(WaveBeatSink sink) {
        if (blocks.endIndex() - blocks.startIndex() + 1 < SHORTEST_S * rateHz) {
            return;
        }
        double index = wave.peak(blocks.startIndex(), blocks.endIndex());
        if (index - candidateIndex < REFRACTORY_S * rateHz) {
            if (blocks.power() > candidatePower) {
                candidate(index);
            }
            return;
        }
        beat(sink);
        if (!tooWeak(index)) {
            candidate(index);
        }
    }

    private boolean tooWeak(double index) {
        double sinceCount = index - beatIndex;
        if (sinceCount < T_WAVE_S * rateHz && blocks.power() < T_WAVE_RATIO * beatPower) {
            return true;
        }
        if (powers.isEmpty()) {
            return false;
        }
        boolean overdue = !distances.isEmpty() && !(sinceCount < OVERDUE * distances.median());
        return blocks.power() < (overdue ? OVERDUE_RATIO : LEAST_RATIO) * powers.median();
    }

    private void candidate(double index) {
        candidateIndex = index;
        candidatePower = blocks.power();
        wave.learn();
    }

    private void beat(WaveBeatSink sink) {
        if (Double.isNaN(candidateIndex)) {
            return;
        }
        if (!Double.isNaN(beatIndex)) {
            distances.add(candidateIndex - beatIndex);
        }
        beatIndex = candidateIndex;
        beatPower = candidatePower;
        quietFromIndex = Math.round(beatIndex);
        powers.add(candidatePower);
        candidateIndex = Double.NaN;
        sink.found(clock.timeNs(beatIndex), StrictMath.sqrt(beatPower), brokenBefore, true);
        brokenBefore = false;
    }
}
