package org.soothe.beat;

import java.util.Arrays;

/**
 * All beats of a recording, raw. Immutable.
 *
 * <p>Element {@code i} is the RR interval {@code rrMs(i)} that ends at the beat at {@code timeNs(i)}.
 */
public final class BeatSeries {

    private final int size;
    private final long[] timeNs;
    private final double[] rrMs;
    private final double[] receivedMs;
    private final boolean[] startsSegment;

    private BeatSeries(Builder builder) {
        this.size = builder.size;
        this.timeNs = Arrays.copyOf(builder.timeNs, size);
        this.rrMs = Arrays.copyOf(builder.rrMs, size);
        this.receivedMs = Arrays.copyOf(builder.receivedMs, size);
        this.startsSegment = Arrays.copyOf(builder.startsSegment, size);
    }

    /** Returns intervals in milliseconds that follow each other without a gap, the first one starting at time 0. */
    public static BeatSeries ofMs(double... rrMs) {
        Builder builder = new Builder();
        double sumMs = 0;
        for (int i = 0; i < rrMs.length; i++) {
            sumMs += rrMs[i];
            builder.beat(Math.round(sumMs * 1e6), rrMs[i], i == 0);
        }
        return builder.build();
    }

    /** Returns the number of intervals. */
    public int size() {
        return size;
    }

    /** Returns the time of the beat that ends interval {@code i}, on the session axis. */
    public long timeNs(int i) {
        return timeNs[i];
    }

    /** Returns interval {@code i}, greater than 0: as received, or as an ECG refined it. */
    public double rrMs(int i) {
        return rrMs[i];
    }

    /** Returns interval {@code i} as received. */
    public double receivedMs(int i) {
        return receivedMs[i];
    }

    /** Returns whether a gap (contact or packet loss) lies before interval {@code i}; true for the first one. */
    public boolean startsSegment(int i) {
        return startsSegment[i];
    }

    /** Collects beats. Not thread-safe. */
    public static final class Builder implements BeatSink {

        private int size;
        private long[] timeNs = new long[1024];
        private double[] rrMs = new double[1024];
        private double[] receivedMs = new double[1024];
        private boolean[] startsSegment = new boolean[1024];

        @Override
        public void beat(long timeNs, double rrMs, boolean startsSegment) {
            if (size == this.timeNs.length) {
                grow();
            }
            this.timeNs[size] = timeNs;
            this.rrMs[size] = rrMs;
            this.receivedMs[size] = rrMs;
            this.startsSegment[size] = startsSegment || size == 0;
            size++;
        }

        @Override
        public void gapFound(int beatCount, long shiftNs) {
            int first = Math.max(0, size - beatCount);
            for (int i = first; i < size; i++) {
                timeNs[i] += shiftNs;
            }
            startsSegment[first] = true;
        }

        @Override
        public boolean refined(int backCount, double moreExactMs) {
            if (backCount >= size) {
                return false;
            }
            rrMs[size - 1 - backCount] = moreExactMs;
            return true;
        }

        /** Returns what was collected so far. */
        public BeatSeries build() {
            return new BeatSeries(this);
        }

        private void grow() {
            timeNs = Arrays.copyOf(timeNs, 2 * size);
            rrMs = Arrays.copyOf(rrMs, 2 * size);
            receivedMs = Arrays.copyOf(receivedMs, 2 * size);
            startsSegment = Arrays.copyOf(startsSegment, 2 * size);
        }
    }
}
