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
        fade(step);
        turn(6, step.waveCos, step.waveSin);
        if (step.breathes) {
            turn(8, step.breathCos, step.breathSin);
        }
    }

    private void fade(BeatStep step) {
        double keep = step.keep;
        double keepFast = step.keepFast;
        double[] t0 = tracked[0];
        double[] t2 = tracked[2];
        double[] t4 = tracked[4];
        double[] t5 = tracked[5];
        for (int k = 2 * settled; k < 2 * live; k++) {
            t0[k] *= keep;
            t2[k] *= keep;
            t4[k] *= keepFast;
            t5[k] *= keepFast;
        }
    }

    private void turn(int at, double cos, double sin) {
        double[] t = tracked[at];
        double[] u = tracked[at + 1];
        for (int k = 2 * settled; k < 2 * live; k++) {
            double a = t[k];
            double b = u[k];
            t[k] = cos * a + sin * b;
            u[k] = cos * b - sin * a;
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
        for (int onset = settled; onset < live; onset++) {
            double share = Math.min(1, (sinceMarkerS - onsetS(onset)) / RISE_S);
            g[2 * onset] = share * filter.slopeHeartRate();
            g[2 * onset + 1] = share * filter.slopeLnSwing();
        }
        innovate(filter);
        for (int i = 0; i < N; i += 2) {
            follow(tracked[i], filter.gain(i), tracked[i + 1], filter.gain(i + 1));
        }
        double precision = 1 / filter.variance();
        double whitened = filter.innovation() * precision;
        for (int k = 2 * settled; k < 2 * live; k++) {
            d[k] += whitened * g[k];
            m[k] += precision * g[k] * g[k];
        }
        for (int onset = settled; onset < live; onset++) {
            mCross[onset] += precision * g[2 * onset] * g[2 * onset + 1];
        }
    }

    /** What of a unit response the filter has not taken up yet. Plain loops over the open onsets: the machine does them in fours. */
    private void innovate(BeatKalman filter) {
        double h = filter.slopeHeartRate();
        double l = filter.slopeLnSwing();
        double w = filter.slope(6);
        double b = filter.slope(8);
        double[] t0 = tracked[0];
        double[] t1 = tracked[1];
        double[] t2 = tracked[2];
        double[] t3 = tracked[3];
        double[] t4 = tracked[4];
        double[] t5 = tracked[5];
        double[] t6 = tracked[6];
        double[] t8 = tracked[8];
        for (int k = 2 * settled; k < 2 * live; k++) {
            g[k] = g[k] - h * (t0[k] + t1[k] + t4[k]) - l * (t2[k] + t3[k] + t5[k]) - w * t6[k] - b * t8[k];
        }
    }

    private void follow(double[] t, double gainT, double[] u, double gainU) {
        for (int k = 2 * settled; k < 2 * live; k++) {
            t[k] += gainT * g[k];
            u[k] += gainU * g[k];
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
