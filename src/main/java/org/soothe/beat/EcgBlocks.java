package org.soothe.beat;

/**
 * Finds stretches of an ECG that may be a QRS complex. Not thread-safe; fixed size, allocates nothing per sample.
 *
 * <p>The square of the ECG between 8 and 20 Hz is averaged over the length of a complex (97 ms) and over more than that of a
 * heartbeat's other waves (611 ms), both around the same sample. Where the short average is above the long one, a stretch
 * runs. Nothing is learned, so nothing has to be unlearned after a disturbance.
 *
 * <p>Algorithm, band and lengths: Elgendi 2013, Fast QRS detection with an optimized knowledge-based method, PLoS ONE
 * 8:e73557, doi:10.1371/journal.pone.0073557. Ours: streaming form, no threshold over the whole recording.
 */
final class EcgBlocks {

    static final double LOW_HZ = 8;
    static final double HIGH_HZ = 20;
    private static final double COMPLEX_S = 0.097;
    private static final double BEAT_S = 0.611;

    /** Least root mean square of a complex between 8 and 20 Hz; below it lies noise of the amplifier. */
    private static final double LEAST_MICROVOLT = 10;

    private static final int CAPACITY = 1024;
    private static final int MASK = CAPACITY - 1;

    private final Biquad high = new Biquad();
    private final Biquad low = new Biquad();
    private final double[] square = new double[CAPACITY];

    private int complexCount;
    private int beatCount;
    private long count;
    private double complexSum;
    private double beatSum;

    private boolean running;
    private long startIndex;
    private long endIndex;
    private double power;

    /** Begins anew with the first sample of an unbroken run. */
    void begin(double rateHz, double microvolt) {
        high.highPass(LOW_HZ, rateHz);
        low.lowPass(HIGH_HZ, rateHz);
        high.settle(microvolt);
        complexCount = odd(COMPLEX_S * rateHz);
        beatCount = odd(BEAT_S * rateHz);
        count = 0;
        complexSum = 0;
        beatSum = 0;
        running = false;
    }

    /** An odd number of samples has one in the middle. */
    private static int odd(double samples) {
        return 2 * (int) Math.round((samples - 1) / 2) + 1;
    }

    /** Takes a sample and returns whether a stretch has just ended. */
    boolean next(double microvolt) {
        double filtered = low.next(high.next(microvolt));
        square[(int) count & MASK] = filtered * filtered;
        count++;
        if ((count & MASK) == 0) {
            complexSum = sum(complexCount, complexEnd());
            beatSum = sum(beatCount, count);
        } else {
            slide();
        }
        long centre = centre();
        double complexPower = complexSum / complexCount;
        boolean above =
                centre >= 0 && complexPower > beatSum / beatCount && complexPower > LEAST_MICROVOLT * LEAST_MICROVOLT;
        if (above) {
            startIndex = running ? startIndex : centre;
            power = running ? Math.max(power, complexPower) : complexPower;
            running = true;
            return false;
        }
        boolean ended = running;
        endIndex = centre - 1;
        running = false;
        return ended;
    }

    private void slide() {
        beatSum += at(count - 1) - at(count - 1 - beatCount);
        long end = complexEnd();
        complexSum += at(end - 1) - at(end - 1 - complexCount);
    }

    /** One behind the newest sample of the short average. */
    private long complexEnd() {
        return centre() + complexCount / 2 + 1;
    }

    /** Summed afresh from time to time, so that no rounding error of a large disturbance stays. */
    private double sum(int samples, long end) {
        double sum = 0;
        for (long i = end - samples; i < end; i++) {
            sum += at(i);
        }
        return sum;
    }

    private double at(long index) {
        return index < 0 ? 0 : square[(int) index & MASK];
    }

    /** Returns the sample both averages are around now; what lies before it is known. */
    long centre() {
        return count - 1 - beatCount / 2;
    }

    /** Returns the first sample of the stretch that ended last. */
    long startIndex() {
        return startIndex;
    }

    /** Returns its last sample. */
    long endIndex() {
        return endIndex;
    }

    /** Returns the largest short average in it, microvolts squared. */
    double power() {
        return power;
    }
}
