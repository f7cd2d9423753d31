package org.soothe.breathing;

import org.soothe.beat.Biquad;

/**
 * Breaths in a slow signal of 4 samples a second, between a lowest frequency and 0.5 Hz. Not thread-safe; fixed size, allocates nothing.
 *
 * <p>A breath goes from one rise through a quarter of the signal's running size to the next, having been below minus a
 * quarter in between; its depth is the distance of its highest and lowest point. Breaths shorter than 1.5 s or longer than
 * 20 s are none.
 */
final class BreathTrack {

    static final double RATE_HZ = 4;
    static final long STEP_NS = 250_000_000L;

    private static final double HIGH_HZ = 0.5;
    private static final double HYSTERESIS_RATIO = 0.25;
    private static final double MEMORY_SAMPLES = 20 * RATE_HZ;
    private static final long SHORTEST_NS = 1_500_000_000L;
    private static final long LONGEST_NS = 20_000_000_000L;

    /** More than the breaths of a minute at the shortest length. */
    private static final int CAPACITY = 64;

    private final double lowHz;
    private final Biquad high = new Biquad();
    private final Biquad low = new Biquad();
    private final long[] endNs = new long[CAPACITY];
    private final long[] lengthNs = new long[CAPACITY];
    private final double[] depth = new double[CAPACITY];
    private long count;

    private double power;
    private long learned;
    private boolean above;
    private boolean started;
    private long startNs;
    private double highest;
    private double lowest;

    private int breathCount;
    private double meanDepth = Double.NaN;
    private long sumNs;

    BreathTrack(double lowHz) {
        this.lowHz = lowHz;
    }

    /** Begins anew at a value; breaths before it stay. */
    void begin(double value) {
        high.highPass(lowHz, RATE_HZ);
        low.lowPass(HIGH_HZ, RATE_HZ);
        high.settle(value);
        power = 0;
        learned = 0;
        above = false;
        started = false;
    }

    void add(long timeNs, double value) {
        double filtered = low.next(high.next(value));
        learned = Math.min(learned + 1, (long) MEMORY_SAMPLES);
        power += (filtered * filtered - power) / learned;
        highest = Math.max(highest, filtered);
        lowest = Math.min(lowest, filtered);
        double edge = HYSTERESIS_RATIO * StrictMath.sqrt(power);
        if (above && filtered < -edge) {
            above = false;
        } else if (!above && filtered > edge) {
            above = true;
            breath(timeNs);
            highest = filtered;
            lowest = filtered;
        }
    }

    private void breath(long timeNs) {
        long length = timeNs - startNs;
        if (started && length >= SHORTEST_NS && length <= LONGEST_NS) {
            int at = (int) (count % CAPACITY);
            endNs[at] = timeNs;
            lengthNs[at] = length;
            depth[at] = highest - lowest;
            count++;
        }
        started = true;
        startNs = timeNs;
    }

    /** Returns the running power of its band. */
    double power() {
        return power;
    }

    /** Reads the breaths that ended in the window (from, to]. */
    void read(long fromNs, long toNs) {
        breathCount = 0;
        sumNs = 0;
        double sum = 0;
        for (long i = count - 1; i >= 0 && i >= count - CAPACITY; i--) {
            int at = (int) (i % CAPACITY);
            if (endNs[at] > fromNs && endNs[at] <= toNs) {
                breathCount++;
                sumNs += lengthNs[at];
                sum += depth[at];
            }
        }
        meanDepth = breathCount == 0 ? Double.NaN : sum / breathCount;
    }

    int breathCount() {
        return breathCount;
    }

    /** Returns how long the breaths of the window lasted together. */
    long sumNs() {
        return sumNs;
    }

    double meanDepth() {
        return meanDepth;
    }
}
