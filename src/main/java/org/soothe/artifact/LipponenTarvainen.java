package org.soothe.artifact;

import java.util.Arrays;

/**
 * The reference implementation of the beat classification and correction of Lipponen and Tarvainen 2019, centred.
 * Immutable once built; the default of the engine is {@link BeatCleaner}.
 *
 * <p>A pass classifies the whole series, then applies its EXTRA (join with the next interval) and MISSED (two halves).
 * It stops after a pass with neither, or after the third. Of the last pass the ECTOPIC and LONG_SHORT flags stand; runs
 * of up to three are interpolated linearly over the beat index, longer ones stay as they are.
 *
 * <p>Reference: J. Med. Eng. Technol. 43:173-181. Floors, end rules and the correction of runs are ours.
 */
final class LipponenTarvainen {

    /** Longest run of flagged intervals that is interpolated. */
    static final int LONGEST_RUN_BEATS = 3;

    private static final int PASSES = 3;
    private static final double SMALLEST_SCALE = 0.9;
    private static final double LARGEST_SCALE = 1.1;

    private final LipponenPass firstPass;
    private LipponenPass lastPass;
    private double[] rrMs;
    private boolean[] afterRejected;
    private boolean[] corrected;
    private BeatClass[] flags = new BeatClass[0];
    private int size;
    private int missedCount;
    private int extraCount;

    /** Classifies and corrects one segment. */
    LipponenTarvainen(double... segmentRrMs) {
        this.size = segmentRrMs.length;
        this.rrMs = segmentRrMs.clone();
        this.afterRejected = new boolean[size];
        this.corrected = new boolean[size];
        this.firstPass = new LipponenPass(segmentRrMs.clone(), afterRejected, size);
        this.lastPass = firstPass;
        for (int pass = 1; apply(lastPass) && pass < PASSES; pass++) {
            lastPass = new LipponenPass(rrMs.clone(), afterRejected, size);
        }
        interpolateRuns();
    }

    LipponenPass firstPass() {
        return firstPass;
    }

    /** Returns what the last pass flagged; of the length of the last pass, which EXTRA and MISSED may have changed. */
    LipponenPass lastPass() {
        return lastPass;
    }

    /** Returns the corrected intervals. */
    double[] correctedMs() {
        return Arrays.copyOf(rrMs, size);
    }

    boolean corrected(int i) {
        return corrected[i];
    }

    int missedCount() {
        return missedCount;
    }

    int extraCount() {
        return extraCount;
    }

    /** Joins extra intervals and halves long ones. Returns whether there was one. */
    private boolean apply(LipponenPass pass) {
        double[] newMs = new double[2 * size];
        boolean[] newAfterRejected = new boolean[2 * size];
        boolean[] newCorrected = new boolean[2 * size];
        BeatClass[] newFlags = new BeatClass[2 * size];
        int n = 0;
        boolean changed = false;
        for (int i = 0; i < pass.size; i++) {
            newAfterRejected[n] = afterRejected[i];
            newCorrected[n] = corrected[i];
            newMs[n] = rrMs[i];
            newFlags[n] = pass.classes[i];
            if (pass.classes[i] == BeatClass.EXTRA) {
                newMs[n] += rrMs[i + 1];
                newCorrected[n] = true;
                extraCount++;
                changed = true;
                i++;
            } else if (pass.classes[i] == BeatClass.MISSED) {
                newMs[n] /= 2;
                newMs[n + 1] = newMs[n];
                newCorrected[n] = true;
                newCorrected[n + 1] = true;
                newFlags[n + 1] = BeatClass.MISSED;
                missedCount++;
                changed = true;
                n++;
            }
            n++;
        }
        flags = newFlags;
        if (changed) {
            rrMs = newMs;
            afterRejected = newAfterRejected;
            corrected = newCorrected;
            size = n;
        }
        return changed;
    }

    private void interpolateRuns() {
        for (int i = 0; i < size; i++) {
            if (!flagged(i)) {
                continue;
            }
            int end = i;
            while (end < size && flagged(end)) {
                end++;
            }
            if (end - i <= LONGEST_RUN_BEATS) {
                interpolate(i, end);
            }
            i = end;
        }
    }

    private boolean flagged(int i) {
        return flags[i] == BeatClass.ECTOPIC || flags[i] == BeatClass.LONG_SHORT;
    }

    private void interpolate(int from, int end) {
        if (from == 0 && end == size) {
            return;
        }
        double beforeMs = from > 0 ? rrMs[from - 1] : rrMs[end];
        double afterMs = end < size ? rrMs[end] : beforeMs;
        double receivedMs = 0;
        double sumMs = 0;
        for (int i = from; i < end; i++) {
            receivedMs += rrMs[i];
            rrMs[i] = beforeMs + (afterMs - beforeMs) * (i - from + 1) / (end - from + 1);
            sumMs += rrMs[i];
            corrected[i] = true;
        }
        double scale = receivedMs / sumMs;
        if (end - from > 1 && scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE) {
            for (int i = from; i < end; i++) {
                rrMs[i] *= scale;
            }
        }
    }
}
