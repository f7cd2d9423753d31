package org.soothe.hrv;

import org.soothe.artifact.NnSeries;

/**
 * Intervals without gap or correction, placed by their sum: raw intervals seen as a series. Immutable, unless the array
 * it was given changes.
 */
public final class NnArray implements NnSeries {

    private final double[] nnMs;
    private final long[] timeNs;

    private NnArray(double[] nnMs) {
        this.nnMs = nnMs;
        this.timeNs = new long[nnMs.length];
        double sumMs = 0;
        for (int i = 0; i < nnMs.length; i++) {
            sumMs += nnMs[i];
            timeNs[i] = Math.round(sumMs * 1e6);
        }
    }

    /** Returns the series of intervals in milliseconds that follow each other, the first one starting at time 0. */
    public static NnArray ofMs(double... nnMs) {
        return new NnArray(nnMs);
    }

    @Override
    public int size() {
        return nnMs.length;
    }

    @Override
    public long timeNs(int i) {
        return timeNs[i];
    }

    @Override
    public double nnMs(int i) {
        return nnMs[i];
    }

    @Override
    public boolean corrected(int i) {
        return false;
    }

    @Override
    public boolean followsGap(int i) {
        return i == 0;
    }
}
