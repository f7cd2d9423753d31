package org.soothe.response;

/**
 * The accepted beats of the reference phase, kept until the imagery phase begins.
 *
 * <p>Not thread-safe; owned by the analysis thread. Fixed size; beats beyond it push nothing out and are counted.
 */
final class PhaseBeats {
    /** 900 s, the oldest reference allowed (physiology 5.3), at 200 beats/min. */
    static final int CAPACITY = 3000;

    private final double[] timeS = new double[CAPACITY];
    private final double[] nnMs = new double[CAPACITY];
    private final double[] phaseTurns = new double[CAPACITY];
    private double startS;
    private int size;
    private long refusedCount;

    void start(double phaseStartS) {
        startS = phaseStartS;
        size = 0;
    }

    /** {@code nnMs} is NaN where the interval is corrected or missing: time goes on, nothing is measured. */
    void add(double beatTimeS, double intervalMs, double pacerTurns) {
        if (size == CAPACITY) {
            refusedCount++;
            return;
        }
        timeS[size] = beatTimeS;
        nnMs[size] = intervalMs;
        phaseTurns[size] = pacerTurns;
        size++;
    }

    double startS() {
        return startS;
    }

    int size() {
        return size;
    }

    double timeS(int i) {
        return timeS[i];
    }

    double nnMs(int i) {
        return nnMs[i];
    }

    double phaseTurns(int i) {
        return phaseTurns[i];
    }

    long refusedCount() {
        return refusedCount;
    }

    /** 60000 / mean interval; NaN without beats. */
    double heartRateBpm() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(nnMs[i])) {
                sum += nnMs[i];
                count++;
            }
        }
        return count == 0 ? Double.NaN : 60_000 * count / sum;
    }

    /** Root mean square of successive differences of adjacent measured intervals; NaN without a pair. */
    double rmssdMs() {
        double sum = 0;
        int count = 0;
        for (int i = 1; i < size; i++) {
            double difference = nnMs[i] - nnMs[i - 1];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                count++;
            }
        }
        return count == 0 ? Double.NaN : StrictMath.sqrt(sum / count);
    }
}
