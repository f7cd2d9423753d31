package org.soothe.beat;

/**
 * The newest samples of a pulse wave between 0.5 and 8 Hz, and whether the raw ones reached a rail. Not thread-safe; fixed
 * size.
 *
 * <p>Rails are not told by the sensor. A raw value counts as one if it lies within 1 % of either end of the smallest
 * converter of 10, 12, 14 or 16 bits that holds all values so far, or if 60 ms of samples do not change.
 */
final class PulseWave {

    private static final double LOW_HZ = 0.5;
    private static final double HIGH_HZ = 8;
    private static final double UNCHANGED_S = 0.06;
    private static final double RAIL_RATIO = 0.01;
    private static final int SMALLEST_BITS = 10;
    private static final int LARGEST_BITS = 16;

    private static final int CAPACITY = 8192;
    private static final int MASK = CAPACITY - 1;

    private final Biquad high = new Biquad();
    private final Biquad low = new Biquad();
    private final double[] filtered = new double[CAPACITY];

    private double rateHz;
    private long count;
    private long railIndex;
    private int lastRaw;
    private int unchangedCount;
    private int lowestRaw;
    private int highestRaw;

    void begin(double newRateHz, int raw) {
        rateHz = newRateHz;
        high.highPass(LOW_HZ, rateHz);
        low.lowPass(HIGH_HZ, rateHz);
        high.settle(raw);
        count = 0;
        railIndex = -1;
        lastRaw = raw;
        unchangedCount = 0;
        lowestRaw = raw;
        highestRaw = raw;
    }

    void add(int raw) {
        filtered[(int) count & MASK] = low.next(high.next(raw));
        unchangedCount = raw == lastRaw ? unchangedCount + 1 : 0;
        lastRaw = raw;
        lowestRaw = Math.min(lowestRaw, raw);
        highestRaw = Math.max(highestRaw, raw);
        if (unchangedCount >= Math.max(3, UNCHANGED_S * rateHz) || nearEnd(raw)) {
            railIndex = count;
        }
        count++;
    }

    private boolean nearEnd(int raw) {
        if (lowestRaw < 0) {
            return false;
        }
        for (int bits = SMALLEST_BITS; bits <= LARGEST_BITS; bits += 2) {
            int end = (1 << bits) - 1;
            if (highestRaw <= end) {
                return raw <= RAIL_RATIO * end || raw >= (1 - RAIL_RATIO) * end;
            }
        }
        return false;
    }

    /** Returns how many samples came. */
    long count() {
        return count;
    }

    /** Returns for how many samples the raw value has not changed. */
    int unchangedCount() {
        return unchangedCount;
    }

    /** Returns the index of the newest raw sample that was at a rail, -1 where none was. */
    long railIndex() {
        return railIndex;
    }

    /** Returns the filtered wave at a sample that is kept. */
    double at(long index) {
        return filtered[(int) index & MASK];
    }

    /** Returns the filtered wave between two samples, on the straight line. */
    double between(double index) {
        long before = (long) index;
        return at(before) + (index - before) * (at(before + 1) - at(before));
    }

    /** Returns the rise from the sample before to a sample. */
    double slope(long index) {
        return at(index) - at(index - 1);
    }

    /** Returns the first sample that is still kept. */
    long oldest() {
        return Math.max(0, count - CAPACITY);
    }

    /**
     * Returns the skewness of the newest samples plus that of their slopes: above 0 for a pulse the right way up, which has
     * narrow tops or rises faster than it falls, or both. NaN without variation.
     */
    double asymmetry(int samples) {
        long from = Math.max(oldest() + 1, count - samples);
        double sum = 0;
        for (long i = from; i < count; i++) {
            sum += at(i);
        }
        double n = count - from;
        double mean = sum / n;
        double square = 0;
        double cube = 0;
        double slopeSquare = 0;
        double slopeCube = 0;
        for (long i = from; i < count; i++) {
            double value = at(i) - mean;
            double slope = slope(i);
            square += value * value;
            cube += value * value * value;
            slopeSquare += slope * slope;
            slopeCube += slope * slope * slope;
        }
        return skewness(square / n, cube / n) + skewness(slopeSquare / n, slopeCube / n);
    }

    private static double skewness(double square, double cube) {
        return cube / (square * StrictMath.sqrt(square));
    }
}
