package org.soothe.beat;

/**
 * Finds to which interval of a strap an interval of its ECG belongs: four intervals in a row of both must agree within 3 ms on
 * average, the newest within one tick of the strap. Not thread-safe; fixed size.
 *
 * <p>When a heart beats so evenly that several places agree, any of them is right within one tick.
 */
final class EcgMatch {

    /** Largest difference of a refined interval and the one it replaces: one tick of 1/1024 s. */
    static final double TICK_MS = 1000.0 / 1024.0;

    private static final double MEAN_MS = 3;
    private static final int RUN = 4;
    private static final int KEPT = 16;

    private final double[] strapMs = new double[KEPT];
    private final double[] ecgMs = new double[KEPT];
    private long strapCount;
    private long ecgCount;
    private long strapFrom;
    private long ecgFrom;

    void clear() {
        strapFrom = strapCount;
        ecgFrom = ecgCount;
    }

    void strap(double rrMs, boolean startsSegment) {
        if (startsSegment) {
            strapFrom = strapCount;
        }
        strapMs[(int) (strapCount % KEPT)] = rrMs;
        strapCount++;
    }

    void ecgBroken() {
        ecgFrom = ecgCount;
    }

    /** Takes the next interval of the ECG and returns how many strap beats back it belongs, -1 where it fits none. */
    int ecg(double rrMs) {
        ecgMs[(int) (ecgCount % KEPT)] = rrMs;
        ecgCount++;
        if (ecgCount - ecgFrom < RUN) {
            return -1;
        }
        int best = -1;
        double smallest = RUN * MEAN_MS;
        for (int back = 0; back <= KEPT - RUN && strapCount - back - RUN >= strapFrom; back++) {
            double sum = difference(back);
            if (sum <= smallest) {
                smallest = sum;
                best = back;
            }
        }
        return best >= 0 && Math.abs(rrMs - strap(best)) <= TICK_MS ? best : -1;
    }

    private double difference(int back) {
        double sum = 0;
        for (int i = 0; i < RUN; i++) {
            sum += Math.abs(ecgMs[(int) ((ecgCount - 1 - i) % KEPT)] - strap(back + i));
        }
        return sum;
    }

    private double strap(int back) {
        return strapMs[(int) ((strapCount - 1 - back) % KEPT)];
    }
}
