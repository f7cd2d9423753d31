package org.soothe.beat;

/**
 * The newest samples of an ECG, smoothed a little and taken from their own base line, to place R peaks. Not thread-safe;
 * fixed size.
 *
 * <p>Smoothing (a triangle of 8 ms to each side) and base line (mean of 100 ms to each side) are symmetric and so move no
 * peak in time. Which way R points is learned over some beats: upwards unless the other way is half as large again.
 */
final class EcgWave {

    private static final double SMOOTH_S = 0.008;
    private static final double BASE_S = 0.1;
    private static final double OTHER_WAY_RATIO = 1.5;
    private static final double BACK_RATIO = 1.1;
    private static final double LEARNING = 0.1;

    private static final int CAPACITY = 4096;
    private static final int MASK = CAPACITY - 1;

    private final int[] samples = new int[CAPACITY];

    /** Sum of all samples before one; differences stay right even when the sums wrap around. */
    private final long[] sums = new long[CAPACITY];

    private int smoothCount;
    private int baseCount;
    private long count;

    private boolean learned;
    private double up;
    private double down;
    private boolean upright = true;
    private double newUp;
    private double newDown;

    void begin(double rateHz) {
        smoothCount = (int) Math.round(SMOOTH_S * rateHz);
        baseCount = (int) Math.round(BASE_S * rateHz);
        count = 0;
    }

    void add(int microvolt) {
        samples[(int) count & MASK] = microvolt;
        count++;
        sums[(int) count & MASK] = sums[(int) (count - 1) & MASK] + microvolt;
    }

    /** Returns where R is between two samples, refined by the parabola through the highest point and its neighbours. */
    double peak(long startIndex, long endIndex) {
        long from = Math.max(oldest(), startIndex);
        long to = Math.max(from, Math.min(endIndex, count - 2 - reach()));
        long highest = from;
        long lowest = from;
        double high = Double.NEGATIVE_INFINITY;
        double deep = Double.POSITIVE_INFINITY;
        for (long i = from; i <= to; i++) {
            double value = at(i);
            highest = value > high ? i : highest;
            lowest = value < deep ? i : lowest;
            high = Math.max(high, value);
            deep = Math.min(deep, value);
        }
        newUp = Math.max(0, high);
        newDown = Math.max(0, -deep);
        return upright ? refined(highest, 1) : refined(lowest, -1);
    }

    /** Learns from the complex found last, which is a beat. */
    void learn() {
        up = learned ? up + LEARNING * (newUp - up) : newUp;
        down = learned ? down + LEARNING * (newDown - down) : newDown;
        learned = true;
        upright = upright ? down <= OTHER_WAY_RATIO * up : down < BACK_RATIO * up;
    }

    private double refined(long index, int sign) {
        double before = sign * at(index - 1);
        double here = sign * at(index);
        double after = sign * at(index + 1);
        double bend = before - 2 * here + after;
        double shift = bend < 0 ? 0.5 * (before - after) / bend : 0;
        return index + Math.max(-0.5, Math.min(0.5, shift));
    }

    private int reach() {
        return Math.max(smoothCount, baseCount);
    }

    /** The first sample that has all its neighbours; from the beginning of a run some are taken as the first sample. */
    private long oldest() {
        return Math.max(1, count - CAPACITY + 1 + reach());
    }

    private double at(long index) {
        double sum = 0;
        double weights = 0;
        for (int k = -smoothCount; k <= smoothCount; k++) {
            int weight = smoothCount + 1 - Math.abs(k);
            sum += weight * (double) sample(index + k);
            weights += weight;
        }
        long first = Math.max(0, index - baseCount);
        long end = index + baseCount + 1;
        double base = (double) (sums[(int) end & MASK] - sums[(int) first & MASK]) / (end - first);
        return sum / weights - base;
    }

    private int sample(long index) {
        return samples[(int) Math.max(0, index) & MASK];
    }
}
