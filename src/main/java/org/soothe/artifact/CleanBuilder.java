package org.soothe.artifact;

import java.util.Arrays;
import org.soothe.beat.BeatSeries;

/** Collects the accepted intervals of a {@link CleanSeries}, holding a run of flagged ones back until it is closed. */
final class CleanBuilder {

    private static final double NS_PER_MS = 1e6;

    final BeatSeries raw;
    final BeatClass[] classes;
    final double[] correctedMs;
    final boolean[] leftOut;

    int size;
    long[] timeNs;
    double[] nnMs;
    boolean[] corrected;
    boolean[] followsGap;
    int[] rawIndex;
    int missedCount;
    int extraCount;
    int ectopicCount;
    int longShortCount;
    int rangeCount;

    private boolean gapAhead = true;

    CleanBuilder(BeatSeries raw) {
        int n = raw.size();
        this.raw = raw;
        this.classes = new BeatClass[n];
        Arrays.fill(classes, BeatClass.NORMAL);
        this.correctedMs = new double[n];
        this.leftOut = new boolean[n];
        this.timeNs = new long[n + 16];
        this.nnMs = new double[n + 16];
        this.corrected = new boolean[n + 16];
        this.followsGap = new boolean[n + 16];
        this.rawIndex = new int[n + 16];
    }

    /** What comes next does not follow what came before. */
    void gap() {
        gapAhead = true;
    }

    void normal(int beat) {
        correctedMs[beat] = raw.rrMs(beat);
        add(raw.timeNs(beat), raw.rrMs(beat), false, beat);
    }

    void range(int beat) {
        classes[beat] = BeatClass.RANGE;
        correctedMs[beat] = Double.NaN;
        leftOut[beat] = true;
        rangeCount++;
        gapAhead = true;
    }

    /**
     * Received intervals from a beat on stand for other ones.
     *
     * @param length how many were received
     * @param partMs what they stand for
     * @param parts how many that are
     * @param scaled whether the values take up the received time exactly
     */
    void replaced(int beat, int length, double[] partMs, int parts, boolean scaled) {
        long endNs = raw.timeNs(beat + length - 1);
        double receivedMs = 0;
        double sumMs = 0;
        for (int k = 0; k < length; k++) {
            receivedMs += raw.rrMs(beat + k);
        }
        for (int k = 0; k < parts; k++) {
            sumMs += partMs[k];
        }
        double passedMs = 0;
        for (int k = 0; k < parts; k++) {
            double shareMs = partMs[k] * (receivedMs / sumMs);
            passedMs += shareMs;
            long atNs = k == parts - 1 ? endNs : endNs - Math.round((receivedMs - passedMs) * NS_PER_MS);
            add(atNs, scaled ? shareMs : partMs[k], true, beat + Math.min(k, length - 1));
        }
        for (int k = 0; k < length; k++) {
            boolean joined = k < length - parts;
            correctedMs[beat + k] = joined ? Double.NaN : nnMs[size - length + k];
        }
        if (parts > length) {
            correctedMs[beat] = receivedMs / parts;
        }
    }

    /** A flagged interval is left out, not corrected. */
    void dropped(int beat) {
        correctedMs[beat] = Double.NaN;
        leftOut[beat] = true;
        gapAhead = true;
    }

    void flag(int beat, int length, BeatClass beatClass) {
        for (int k = 0; k < length; k++) {
            classes[beat + k] = beatClass;
        }
    }

    private void add(long atNs, double ms, boolean isCorrected, int beat) {
        if (size == timeNs.length) {
            grow();
        }
        timeNs[size] = atNs;
        nnMs[size] = ms;
        corrected[size] = isCorrected;
        followsGap[size] = gapAhead;
        rawIndex[size] = beat;
        gapAhead = false;
        size++;
    }

    private void grow() {
        int n = 2 * size;
        timeNs = Arrays.copyOf(timeNs, n);
        nnMs = Arrays.copyOf(nnMs, n);
        corrected = Arrays.copyOf(corrected, n);
        followsGap = Arrays.copyOf(followsGap, n);
        rawIndex = Arrays.copyOf(rawIndex, n);
    }
}
