package org.soothe.hrv;

import org.soothe.hrv.SpectrumSettings.SplineEnd;

/**
 * Interpolating cubic spline through unevenly spaced points, read off on an even grid.
 *
 * <p>With h_i = t_(i+1) - t_i and s_i = (x_(i+1) - x_i) / h_i, the second derivatives m solve h_(i-1) m_(i-1) + 2 (h_(i-1)
 * + h_i) m_i + h_i m_(i+1) = 6 (s_i - s_(i-1)): one tridiagonal elimination, O(n).
 *
 * <p>Edge results: one point gives that value; two a straight line; three with NOT_A_KNOT their parabola.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates only when more points come than ever before.
 */
final class CubicSpline {

    private final SplineEnd end;
    private double[] secondDerivative;
    private double[] upper;

    CubicSpline(SplineEnd end, int capacity) {
        this.end = end;
        this.secondDerivative = new double[capacity];
        this.upper = new double[capacity];
    }

    /**
     * Writes the spline at the times k * step, k = 0 to count - 1, into {@code out}; none may lie outside the points.
     *
     * @param t times of the points, strictly ascending
     * @param x values of the points
     * @param n how many points, at least 1
     */
    void sample(double[] t, double[] x, int n, double step, int count, double[] out) {
        solve(t, x, n);
        int piece = -1;
        double pieceEnd = Double.NEGATIVE_INFINITY;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int k = 0; k < count; k++) {
            double at = k * step;
            if (at > pieceEnd && piece < n - 2) {
                do {
                    piece++;
                } while (piece < n - 2 && at > t[piece + 1]);
                pieceEnd = t[piece + 1];
                double h = pieceEnd - t[piece];
                double m0 = secondDerivative[piece];
                double m1 = secondDerivative[piece + 1];
                b = (x[piece + 1] - x[piece]) / h - h * (2 * m0 + m1) / 6;
                c = m0 / 2;
                d = (m1 - m0) / (6 * h);
            }
            int base = Math.max(piece, 0);
            double dt = at - t[base];
            out[k] = x[base] + dt * (b + dt * (c + dt * d));
        }
    }

    private void solve(double[] t, double[] x, int n) {
        if (secondDerivative.length < n) {
            secondDerivative = new double[n + n / 4];
            upper = new double[n + n / 4];
        }
        double[] m = secondDerivative;
        m[0] = 0;
        m[n - 1] = 0;
        if (n < 3) {
            return;
        }
        if (end == SplineEnd.NOT_A_KNOT && n == 3) {
            double m012 = 2 * ((x[2] - x[1]) / (t[2] - t[1]) - (x[1] - x[0]) / (t[1] - t[0])) / (t[2] - t[0]);
            m[0] = m012;
            m[1] = m012;
            m[2] = m012;
            return;
        }
        eliminate(t, x, n);
        for (int i = n - 3; i >= 1; i--) {
            m[i] -= upper[i] * m[i + 1];
        }
        if (end == SplineEnd.NOT_A_KNOT) {
            double first = (t[1] - t[0]) / (t[2] - t[1]);
            double last = (t[n - 1] - t[n - 2]) / (t[n - 2] - t[n - 3]);
            m[0] = (1 + first) * m[1] - first * m[2];
            m[n - 1] = (1 + last) * m[n - 2] - last * m[n - 3];
        }
    }

    /** Rows 1 to n - 2; with NOT_A_KNOT m_0 and m_(n-1) are replaced by what they are of their two neighbours. */
    private void eliminate(double[] t, double[] x, int n) {
        double[] m = secondDerivative;
        double h0 = t[1] - t[0];
        double slope0 = (x[1] - x[0]) / h0;
        double above = 0;
        double right = 0;
        for (int i = 1; i <= n - 2; i++) {
            double h1 = t[i + 1] - t[i];
            double slope1 = (x[i + 1] - x[i]) / h1;
            double left = h0;
            double diagonal = 2 * (h0 + h1);
            double next = h1;
            if (end == SplineEnd.NOT_A_KNOT && i == 1) {
                diagonal += h0 + h0 * h0 / h1;
                next -= h0 * h0 / h1;
            }
            if (end == SplineEnd.NOT_A_KNOT && i == n - 2) {
                diagonal += h1 + h1 * h1 / h0;
                left -= h1 * h1 / h0;
            }
            double pivot = i == 1 ? diagonal : diagonal - left * above;
            above = next / pivot;
            right = (6 * (slope1 - slope0) - (i == 1 ? 0 : left * right)) / pivot;
            upper[i] = above;
            m[i] = right;
            h0 = h1;
            slope0 = slope1;
        }
    }
}
