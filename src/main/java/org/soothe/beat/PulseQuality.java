package org.soothe.beat;

import java.util.Arrays;

/** Which beats of a pulse wave had a good one, by time. Not thread-safe. */
public final class PulseQuality {

    /** Least share of good beats of a window that may be read (physiology basis 4.6). */
    public static final double LEAST_GOOD_RATIO = 0.9;

    /** More than two minutes at the shortest distance of two beats. */
    private static final int LIVE_CAPACITY = 512;

    private final boolean growing;
    private long[] timeNs = new long[LIVE_CAPACITY];
    private boolean[] good = new boolean[LIVE_CAPACITY];
    private long count;

    private PulseQuality(boolean growing) {
        this.growing = growing;
    }

    /** Returns one that keeps the newest beats in fixed space. */
    public static PulseQuality live() {
        return new PulseQuality(false);
    }

    /** Returns one that keeps the beats of a whole recording. */
    public static PulseQuality whole() {
        return new PulseQuality(true);
    }

    /** Takes the next beat. */
    public void add(long atNs, boolean isGood) {
        if (growing && count == timeNs.length) {
            timeNs = Arrays.copyOf(timeNs, 2 * timeNs.length);
            good = Arrays.copyOf(good, 2 * good.length);
        }
        int at = (int) (count % timeNs.length);
        timeNs[at] = atNs;
        good[at] = isGood;
        count++;
    }

    /** Returns good beats per beat that lies in the window (from, to], NaN without any. */
    public double goodRatio(long fromNs, long toNs) {
        long beats = 0;
        long goodBeats = 0;
        for (long i = count - 1; i >= 0 && i >= count - timeNs.length; i--) {
            int at = (int) (i % timeNs.length);
            if (timeNs[at] <= fromNs) {
                break;
            }
            if (timeNs[at] <= toNs) {
                beats++;
                goodBeats += good[at] ? 1 : 0;
            }
        }
        return beats == 0 ? Double.NaN : (double) goodBeats / beats;
    }
}
