package org.soothe.beat;

import org.soothe.event.Waveform;

/**
 * Puts the samples of blocks on the session axis and judges how each block follows the one before. Not thread-safe.
 *
 * <p>Blocks that follow within the tolerance are one unbroken run of samples. Where the times of blocks jitter, because a
 * sensor has no clock of its own, or its true rate is not quite the named one, the run follows them slowly: a
 * second-order loop with a time constant of 2 s. Where they do not jitter ({@link #ofSteadyTimes}), a step of one sample is a
 * hole.
 */
public final class BlockClock {

    /** How a block follows the one before. */
    public enum Verdict {
        /** Goes on where the block before ended. */
        FOLLOWS,
        /** The first one, or samples are missing before it. */
        BEGINS,
        /** A few samples are missing before it; only where times are steady. Indices go on, without the missing ones. */
        GOES_ON,
        /** Not to be used; it was counted why. */
        REFUSED
    }

    private static final long LARGEST_AHEAD_NS = 1_000_000_000L;
    private static final long LARGEST_AGE_NS = 60_000_000_000L;
    private static final double TOLERANCE_NS = 30e6;
    private static final double TOLERANCE_SAMPLES = 2;
    private static final double LOOP_NS = 2e9;
    private static final double LARGEST_LOOP_SHARE = 0.25;
    private static final double LARGEST_RATE_ERROR = 0.02;
    private static final double STEP_SAMPLES = 0.75;
    private static final double STEP_RATIO = 0.01;

    private final double lowestRateHz;
    private final double highestRateHz;
    private final boolean steady;

    private boolean begun;
    private double rateHz;
    private double periodNs;
    private long firstNs;
    private long firstIndex;
    private long nextIndex;
    private long lastBlockNs;
    private int lastCount;

    private long blockCount;
    private long gapCount;
    private long unsuitedCount;
    private long misplacedCount;

    /** Makes the clock of a waveform whose rate must lie within these limits. */
    public BlockClock(double lowestRateHz, double highestRateHz) {
        this(lowestRateHz, highestRateHz, false);
    }

    private BlockClock(double lowestRateHz, double highestRateHz, boolean steady) {
        this.lowestRateHz = lowestRateHz;
        this.highestRateHz = highestRateHz;
        this.steady = steady;
    }

    /**
     * Returns the clock of a waveform whose blocks lie exactly as far apart as their samples say, so that one that is late by a
     * sample tells that samples are missing before it.
     */
    static BlockClock ofSteadyTimes(double lowestRateHz, double highestRateHz) {
        return new BlockClock(lowestRateHz, highestRateHz, true);
    }

    /** Takes the next block; unless it is refused, its samples have the indices from {@link #firstIndex} on. */
    public Verdict judge(Waveform block) {
        blockCount++;
        double newRateHz = block.sampleRateHz();
        int count = block.samples().size();
        if (!(newRateHz >= lowestRateHz && newRateHz <= highestRateHz)) {
            unsuitedCount++;
            return Verdict.REFUSED;
        }
        double lengthNs = count * 1e9 / newRateHz;
        double ageNs = (double) block.timeNs() - block.firstSampleNs() - lengthNs;
        if (count == 0 || ageNs < -LARGEST_AHEAD_NS || ageNs > LARGEST_AGE_NS) {
            misplacedCount++;
            return Verdict.REFUSED;
        }
        if (!begun) {
            return begin(block, newRateHz);
        }
        double expectedNs = (nextIndex - firstIndex) * periodNs;
        double errorNs = block.firstSampleNs() - firstNs - expectedNs;
        double toleranceNs = Math.max(TOLERANCE_NS, TOLERANCE_SAMPLES * periodNs);
        if (errorNs < -toleranceNs) {
            misplacedCount++;
            return Verdict.REFUSED;
        }
        if (errorNs > toleranceNs || newRateHz != rateHz) {
            return begin(block, newRateHz);
        }
        if (isHoleBefore(block)) {
            return goOn(block);
        }
        remember(block);
        follow(expectedNs, errorNs, lengthNs, count);
        return Verdict.FOLLOWS;
    }

    private boolean isHoleBefore(Waveform block) {
        double lengthNs = lastCount * periodNs;
        double stepNs = block.firstSampleNs() - lastBlockNs - lengthNs;
        return steady && stepNs > STEP_SAMPLES * periodNs + STEP_RATIO * lengthNs;
    }

    private void remember(Waveform block) {
        lastBlockNs = block.firstSampleNs();
        lastCount = block.samples().size();
    }

    private Verdict begin(Waveform block, double newRateHz) {
        remember(block);
        if (begun) {
            gapCount++;
        }
        if (!begun || newRateHz != rateHz) {
            periodNs = 1e9 / newRateHz;
        }
        begun = true;
        rateHz = newRateHz;
        firstNs = block.firstSampleNs();
        firstIndex = 0;
        nextIndex = block.samples().size();
        return Verdict.BEGINS;
    }

    private Verdict goOn(Waveform block) {
        remember(block);
        gapCount++;
        firstNs = block.firstSampleNs();
        firstIndex = nextIndex;
        nextIndex += block.samples().size();
        return Verdict.GOES_ON;
    }

    private void follow(double expectedNs, double errorNs, double lengthNs, int count) {
        double share = Math.min(LARGEST_LOOP_SHARE, lengthNs / LOOP_NS);
        firstNs += Math.round(expectedNs + share * errorNs);
        firstIndex = nextIndex;
        nextIndex += count;
        double nominalNs = 1e9 / rateHz;
        double changedNs = periodNs + share * share / 4 * errorNs / count;
        double limitNs = LARGEST_RATE_ERROR * nominalNs;
        periodNs = Math.max(nominalNs - limitNs, Math.min(nominalNs + limitNs, changedNs));
    }

    /** Returns the index of the first sample of the newest block in its unbroken run. */
    public long firstIndex() {
        return firstIndex;
    }

    /** Returns the time of a sample of the run, or of a place between two, on the session axis. */
    public long timeNs(double index) {
        return firstNs + Math.round((index - firstIndex) * periodNs);
    }

    /** Returns how many blocks came. */
    public long blockCount() {
        return blockCount;
    }

    /** Returns how often samples were missing between two blocks. */
    public long gapCount() {
        return gapCount;
    }

    /** Returns how many blocks were refused because of their sample rate. */
    public long unsuitedCount() {
        return unsuitedCount;
    }

    /** Returns how many blocks were refused because they were empty, came twice or out of order, or had no possible time. */
    public long misplacedCount() {
        return misplacedCount;
    }
}
