package org.soothe.response;

import java.util.Arrays;

/**
 * Likelihood ratio of a response against drift, for every onset at once.
 *
 * <p>The filter is linear in the response: with g_i the whitened trace that a unit response leaves in innovation i, a
 * response of size theta has log likelihood ratio theta'd - theta'M theta/2 against "no response", d = sum g_i e_i/S_i,
 * M = sum g_i g_i'/S_i [1]. Two unit responses per onset: 1 bpm of heart rate and 1 of ln swing, a linear rise over 30 s
 * (physiology 5.6). Drift tracks a lasting change away, so the jump counts and not the level.
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing after construction.
 *
 * <p>[1] Willsky and Jones 1976, A generalized likelihood ratio approach to the detection and estimation of jumps in
 * linear systems, IEEE Trans. Autom. Control 21:108-112, doi:10.1109/TAC.1976.1101146.
 */
final class OnsetBank {
    static final int ONSETS = 60;
    private static final double FIRST_S = 5;
    private static final double STEP_S = 10;
    private static final double RISE_S = 30;
    private static final double SETTLED_S = 240;
    private static final int EARLY_ONSETS = 4;
    private static final double EARLY_WEIGHT = 0.5;
    private static final double LATE_ONSETS = 30;
    private static final double LEAST_LN = -15;
    private static final double MOST_LN = 500;
    private static final int N = BeatKalman.N;

    private final double[] tracked = new double[2 * ONSETS * N];
    private final double[] d = new double[2 * ONSETS];
    private final double[] m = new double[3 * ONSETS];
    private final double[] settledEarly = new double[ResponseSizes.CLASSES];
    private final double[] settledLate = new double[ResponseSizes.CLASSES];
    private int settled;
    private int live;

    void reset() {
        Arrays.fill(tracked, 0);
        Arrays.fill(d, 0);
        Arrays.fill(m, 0);
        Arrays.fill(settledEarly, 0);
        Arrays.fill(settledLate, 0);
        settled = 0;
        live = 0;
    }

    private static double onsetS(int onset) {
        return FIRST_S + STEP_S * onset;
    }

    /** After the prediction of the filter. */
    void predict(BeatKalman filter, double sinceMarkerS) {
        while (live < ONSETS && onsetS(live) < sinceMarkerS) {
            live++;
        }
        while (settled < live && sinceMarkerS - onsetS(settled) > SETTLED_S) {
            settle();
        }
        for (int i = 2 * settled; i < 2 * live; i++) {
            filter.transition(tracked, i * N);
        }
    }

    /** By now drift has taken up the change, and no beat to come speaks for or against the onset. */
    private void settle() {
        for (ResponseSizes sizes : ResponseSizes.ALL) {
            double[] sum = settled < EARLY_ONSETS ? settledEarly : settledLate;
            sum[sizes.place()] += ratio(settled, sizes);
        }
        settled++;
    }

    /** After an update of the filter. */
    void update(BeatKalman filter, double sinceMarkerS) {
        double variance = filter.variance();
        double whitened = filter.innovation() / variance;
        for (int onset = settled; onset < live; onset++) {
            double share = Math.min(1, (sinceMarkerS - onsetS(onset)) / RISE_S);
            double gH = trace(filter, share * filter.slopeHeartRate(), 2 * onset * N);
            double gL = trace(filter, share * filter.slopeLnSwing(), (2 * onset + 1) * N);
            d[2 * onset] += gH * whitened;
            d[2 * onset + 1] += gL * whitened;
            m[3 * onset] += gH * gH / variance;
            m[3 * onset + 1] += gH * gL / variance;
            m[3 * onset + 2] += gL * gL / variance;
        }
    }

    private double trace(BeatKalman filter, double unit, int at) {
        double g = unit;
        for (int i = 0; i < filter.used(); i++) {
            g -= filter.slope(i) * tracked[at + i];
        }
        for (int i = 0; i < filter.used(); i++) {
            tracked[at + i] += filter.gain(i) * g;
        }
        return g;
    }

    /**
     * Likelihood ratio of a class, averaged over its sizes and over the onsets so far: half the weight on the first
     * 45 s, half even over 300 s.
     */
    double ratio(ResponseSizes sizes) {
        double early = settledEarly[sizes.place()];
        double late = settledLate[sizes.place()];
        for (int onset = settled; onset < live; onset++) {
            double value = ratio(onset, sizes);
            if (onset < EARLY_ONSETS) {
                early += value;
            } else {
                late += value;
            }
        }
        return EARLY_WEIGHT * early / EARLY_ONSETS + (1 - EARLY_WEIGHT) * late / LATE_ONSETS;
    }

    /** At most e^500; below e^-15 of one size it counts as 0. */
    private double ratio(int onset, ResponseSizes sizes) {
        double dH = d[2 * onset];
        double dL = d[2 * onset + 1];
        double mHh = m[3 * onset];
        double mHl = m[3 * onset + 1];
        double mLl = m[3 * onset + 2];
        double sum = 0;
        for (int i = 0; i < sizes.count(); i++) {
            double h = sizes.heartRateBpm(i);
            double l = sizes.lnSwing(i);
            double ln = h * dH + l * dL - 0.5 * (h * h * mHh + 2 * h * l * mHl + l * l * mLl);
            if (ln > LEAST_LN) {
                sum += QuickExp.of(Math.min(MOST_LN, ln));
            }
        }
        return sum / sizes.count();
    }
}
