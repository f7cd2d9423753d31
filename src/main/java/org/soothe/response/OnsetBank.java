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
    private static final double LATE_ONSETS = 30;
    private static final int N = BeatKalman.N;

    /** By state; in each row, and in the sums below, heart rate and ln swing of one onset side by side. */
    private final double[][] tracked = new double[N][2 * ONSETS];

    private double[] turned = new double[2 * ONSETS];
    private final double[] g = new double[2 * ONSETS];
    private final double[] d = new double[2 * ONSETS];
    private final double[] m = new double[2 * ONSETS];
    private final double[] mCross = new double[ONSETS];
    private final double[] settledEarly = new double[ResponseSizes.CLASSES];
    private final double[] settledLate = new double[ResponseSizes.CLASSES];
    private int settled;
    private int live;

    void reset() {
        for (double[] row : tracked) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(d, 0);
        Arrays.fill(m, 0);
        Arrays.fill(mCross, 0);
        Arrays.fill(settledEarly, 0);
        Arrays.fill(settledLate, 0);
        settled = 0;
        live = 0;
    }

    private static double onsetS(int onset) {
        return FIRST_S + STEP_S * onset;
    }

    /** After the prediction of the filter. */
    void predict(BeatStep step, double sinceMarkerS) {
        while (live < ONSETS && onsetS(live) < sinceMarkerS) {
            live++;
        }
        while (settled < live && sinceMarkerS - onsetS(settled) > SETTLED_S) {
            settle();
        }
        fade(tracked[0], step.keep);
        fade(tracked[2], step.keep);
        fade(tracked[4], step.keepFast);
        fade(tracked[5], step.keepFast);
        turn(6, step.waveCos, step.waveSin);
        if (step.breathCos != 1) {
            turn(8, step.breathCos, step.breathSin);
        }
    }

    private void fade(double[] row, double keep) {
        for (int k = 2 * settled; k < 2 * live; k++) {
            row[k] *= keep;
        }
    }

    private void turn(int at, double cos, double sin) {
        double[] a = tracked[at];
        double[] b = tracked[at + 1];
        double[] to = turned;
        for (int k = 2 * settled; k < 2 * live; k++) {
            to[k] = cos * a[k] + sin * b[k];
        }
        for (int k = 2 * settled; k < 2 * live; k++) {
            b[k] = cos * b[k] - sin * a[k];
        }
        tracked[at] = to;
        turned = a;
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
        for (int onset = settled; onset < live; onset++) {
            double share = Math.min(1, (sinceMarkerS - onsetS(onset)) / RISE_S);
            g[2 * onset] = share * filter.slopeHeartRate();
            g[2 * onset + 1] = share * filter.slopeLnSwing();
        }
        for (int i = 0; i < N; i++) {
            add(g, -filter.slope(i), tracked[i]);
        }
        for (int i = 0; i < N; i++) {
            add(tracked[i], filter.gain(i), g);
        }
        double precision = 1 / filter.variance();
        add(d, filter.innovation() * precision, g);
        for (int k = 2 * settled; k < 2 * live; k++) {
            m[k] += precision * g[k] * g[k];
        }
        for (int onset = settled; onset < live; onset++) {
            mCross[onset] += precision * g[2 * onset] * g[2 * onset + 1];
        }
    }

    /** Adds {@code factor * b} to {@code a} for the onsets that are open: one plain loop, which the machine does in fours. */
    private void add(double[] a, double factor, double[] b) {
        if (factor == 0) {
            return;
        }
        for (int k = 2 * settled; k < 2 * live; k++) {
            a[k] += factor * b[k];
        }
    }

    /**
     * Likelihood ratio of a class, averaged over its sizes and over the onsets so far: {@link ResponseSizes#earlyRatio} of
     * the weight even over the first 45 s, the rest even over 300 s.
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
        double earlyRatio = sizes.earlyRatio();
        return earlyRatio * early / EARLY_ONSETS + (1 - earlyRatio) * late / LATE_ONSETS;
    }

    /** At most e^500. */
    private double ratio(int onset, ResponseSizes sizes) {
        return sizes.ratio(d[2 * onset], d[2 * onset + 1], m[2 * onset], mCross[onset], m[2 * onset + 1]);
    }
}
