package org.soothe.hrv;

import org.soothe.artifact.NnSeries;

/** A series written by hand: intervals that follow each other, until a gap is put before one. */
final class FakeNn implements NnSeries {

    private final double[] nnMs;
    private final long[] timeNs;
    private final boolean[] corrected;
    private final boolean[] followsGap;
    private int size;

    FakeNn(double... nnMs) {
        this.nnMs = nnMs;
        this.timeNs = new long[nnMs.length];
        this.corrected = new boolean[nnMs.length];
        this.followsGap = new boolean[nnMs.length];
        this.size = nnMs.length;
        double sumMs = 0;
        for (int i = 0; i < nnMs.length; i++) {
            sumMs += nnMs[i];
            timeNs[i] = Math.round(sumMs * 1e6);
        }
        if (nnMs.length > 0) {
            followsGap[0] = true;
        }
    }

    /** Puts a gap of no length before interval {@code i}. */
    FakeNn gapBefore(int i) {
        followsGap[i] = true;
        return this;
    }

    /** Puts a gap before interval {@code i}: it and all later beats move to later times. */
    FakeNn gapBefore(int i, double gapMs) {
        for (int k = i; k < timeNs.length; k++) {
            timeNs[k] += Math.round(gapMs * 1e6);
        }
        return gapBefore(i);
    }

    FakeNn correct(int i) {
        corrected[i] = true;
        return this;
    }

    /** Lets only the first intervals be known. */
    FakeNn knowFirst(int count) {
        size = count;
        return this;
    }

    @Override
    public int size() {
        return size;
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
        return corrected[i];
    }

    @Override
    public boolean followsGap(int i) {
        return followsGap[i];
    }
}
