package org.soothe.artifact;

import java.util.Arrays;

/**
 * One centred classification of a whole series after Lipponen and Tarvainen. Not thread-safe; all results are in arrays
 * that belong to this object.
 *
 * <ul>
 *   <li>dRR_i = RR_i - RR_(i-1); dRR_0 is the signed mean of the others; 0 after a rejected interval.
 *   <li>Th1_i = 5.2 QD(|dRR|) and Th2_i = 5.2 QD(|m|) over the 91 beats centred on i, fewer at the ends, at least 20 ms;
 *       D = dRR/Th1, M = m/Th2.
 *   <li>m_i = RR_i - median of the 11 RR centred on i, doubled if negative.
 *   <li>D outside the series counts 0; a series of one beat is normal.
 * </ul>
 *
 * <p>Windows are kept in order from beat to beat, so that a day of beats takes milliseconds.
 */
final class LipponenPass {

    final int size;
    final double[] th1Ms;
    final double[] th2Ms;
    final double[] medianMs;
    final double[] d;
    final double[] m;
    final BeatClass[] classes;

    private final double[] rrMs;
    private final boolean[] afterRejected;

    LipponenPass(double[] rrMs, boolean[] afterRejected, int size) {
        this.rrMs = rrMs;
        this.afterRejected = afterRejected;
        this.size = size;
        this.d = new double[size];
        this.m = new double[size];
        this.medianMs = new double[size];
        this.th1Ms = new double[size];
        this.th2Ms = new double[size];
        this.classes = new BeatClass[size];
        Arrays.fill(classes, BeatClass.NORMAL);
        differences();
        distances();
        normalise(d, th1Ms);
        normalise(m, th2Ms);
        decide();
    }

    double s12(int i) {
        return LipponenRule.s12(dAt(i - 1), d[i], dAt(i + 1));
    }

    double s22(int i) {
        return LipponenRule.s22(d[i], dAt(i + 1), dAt(i + 2));
    }

    private void differences() {
        double sumMs = 0;
        for (int i = 1; i < size; i++) {
            d[i] = afterRejected[i] ? 0 : rrMs[i] - rrMs[i - 1];
            sumMs += d[i];
        }
        if (size > 1) {
            d[0] = sumMs / (size - 1);
        }
    }

    private void distances() {
        int half = LipponenRule.MEDIAN_BEATS / 2;
        SlidingQuartiles window = new SlidingQuartiles(LipponenRule.MEDIAN_BEATS + 1);
        for (int i = -half; i < size; i++) {
            if (i + half < size) {
                window.add(rrMs[i + half]);
            }
            if (i - half > 0) {
                window.remove(rrMs[i - half - 1]);
            }
            if (i >= 0) {
                medianMs[i] = window.median();
                m[i] = LipponenRule.doubledIfNegative(rrMs[i] - medianMs[i]);
            }
        }
    }

    /** Fills the thresholds of the values' sizes and divides the values by them. */
    private void normalise(double[] values, double[] thresholdMs) {
        int half = LipponenRule.THRESHOLD_BEATS / 2;
        SlidingQuartiles window = new SlidingQuartiles(LipponenRule.THRESHOLD_BEATS + 1);
        for (int i = -half; i < size; i++) {
            if (i - half > 0 && i + half < size) {
                window.replace(Math.abs(values[i - half - 1]), Math.abs(values[i + half]));
            } else {
                if (i + half < size) {
                    window.add(Math.abs(values[i + half]));
                }
                if (i - half > 0) {
                    window.remove(Math.abs(values[i - half - 1]));
                }
            }
            if (i >= 0) {
                double thMs = LipponenRule.ALPHA * window.quartileDeviation();
                thresholdMs[i] = Math.max(LipponenRule.FLOOR_MS, thMs);
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] /= thresholdMs[i];
        }
    }

    private void decide() {
        for (int i = 0; i < size; i++) {
            if (classes[i] != BeatClass.NORMAL || LipponenRule.unremarkable(d[i], m[i])) {
                continue;
            }
            if (LipponenRule.ectopic(d[i], s12(i))) {
                classes[i] = BeatClass.ECTOPIC;
                continue;
            }
            classes[i] = longOrShort(i);
            if (i + 1 < size && Math.abs(dAt(i + 1)) < Math.abs(dAt(i + 2))) {
                classes[i + 1] = longOrShort(i + 1);
            }
        }
    }

    private BeatClass longOrShort(int j) {
        boolean hasNext = j + 1 < size && !afterRejected[j + 1];
        double nextMs = hasNext ? rrMs[j + 1] : Double.NaN;
        return LipponenRule.longOrShort(d[j], s22(j), m[j], rrMs[j], nextMs, medianMs[j], th2Ms[j]);
    }

    private double dAt(int i) {
        return i >= 0 && i < size ? d[i] : 0;
    }
}
