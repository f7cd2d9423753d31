package org.soothe.response;

import org.soothe.response.Detector.Course;

/**
 * The four-state filter over (zH, zV), the reference implementation.
 *
 * <pre>(1) p_k := 0.97 p_k + 0.01 (sum of the other three)
 * (2) LL_N = -(zH^2 + 2 r zH zV + zV^2) / (2 (1 - r^2)) - 0.5 ln(1 - r^2), r = 0.4
 *     LL_k = -((zH - muH)^2 + (zV - muV)^2) / (2 sd^2) - 2 ln sd, k = S, T, X
 * (3) p_k := p_k exp(0.12 (LL_k - max LL)), then divided by their sum</pre>
 *
 * <p>A tick that cannot be read does (1) alone: belief fades. The exponent 0.12 tempers the overlap of windows of 60 s
 * read every 5 s. Means (muH, muV): S (-1.4, 1.4), T (1.8, -1.8), X (2.0, 0.2); sd 1.2, 1.2, 1.0. At the start p =
 * (0.55, 0.20, 0.15, 0.10).
 *
 * <p>Not thread-safe; allocates nothing after construction. Physiology basis 5.4, golden case G10.
 */
final class StateFilter {

    private static final int N = Course.NEUTRAL.index();
    private static final int COURSES = 4;
    private static final double[] PRIOR = {0.55, 0.20, 0.15, 0.10};
    private static final double STAY = 0.97;
    private static final double SWITCH = 0.01;
    private static final double TEMPER = 0.12;
    private static final double NEUTRAL_CORRELATION = 0.4;
    private static final double[] MEAN_H = {0, -1.4, 1.8, 2.0};
    private static final double[] MEAN_V = {0, 1.4, -1.8, 0.2};
    private static final double[] SD = {1, 1.2, 1.2, 1.0};

    private final double[] p = PRIOR.clone();
    private final double[] logLikelihood = new double[COURSES];

    void reset() {
        System.arraycopy(PRIOR, 0, p, 0, COURSES);
    }

    /** A tick that cannot be read, (1). */
    void fade() {
        double sum = 0;
        for (double value : p) {
            sum += value;
        }
        for (int k = 0; k < COURSES; k++) {
            p[k] = STAY * p[k] + SWITCH * (sum - p[k]);
        }
    }

    /** A tick with features, (1) to (3); what is not finite only fades. */
    void update(double zH, double zV) {
        fade();
        if (!Double.isFinite(zH) || !Double.isFinite(zV)) {
            return;
        }
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < COURSES; k++) {
            logLikelihood[k] = logLikelihood(k, zH, zV);
            max = Math.max(max, logLikelihood[k]);
        }
        double sum = 0;
        for (int k = 0; k < COURSES; k++) {
            p[k] *= StrictMath.exp(TEMPER * (logLikelihood[k] - max));
            sum += p[k];
        }
        for (int k = 0; k < COURSES; k++) {
            p[k] /= sum;
        }
    }

    /** Log-likelihood of a course without the constants that all share, (2). */
    static double logLikelihood(int k, double zH, double zV) {
        if (k == N) {
            double r = NEUTRAL_CORRELATION;
            double free = 1 - r * r;
            return -(zH * zH + 2 * r * zH * zV + zV * zV) / (2 * free) - 0.5 * StrictMath.log(free);
        }
        double h = zH - MEAN_H[k];
        double v = zV - MEAN_V[k];
        return -(h * h + v * v) / (2 * SD[k] * SD[k]) - 2 * StrictMath.log(SD[k]);
    }

    double p(Course course) {
        return p[course.index()];
    }
}
