package org.soothe.hrv;

import java.util.Arrays;

/**
 * Takes the smooth trend away: x - (I + lambda^2 D'D)^-1 x, with D the second differences (rows 1, -2, 1).
 *
 * <p>A high pass with amplitude gain g = lambda^2 s^4 / (1 + lambda^2 s^4), s = 2 sin(pi f / rate). A straight line leaves
 * nothing; it is taken away first, which changes nothing in the result but keeps its digits. Fewer than three samples leave
 * zeros.
 *
 * <p>The matrix has five diagonals and is factored as L diag(d) L' with two bands in L, O(n); nothing is inverted. Its inner
 * rows are all alike, so the factors soon stop changing: they are kept up to that row, for series of every length, and only
 * the last two rows are computed for the length at hand.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates only when a series is longer than ever before.
 *
 * <p>Reference: Tarvainen, Ranta-aho and Karjalainen 2002, "An advanced detrending method with application to HRV analysis".
 */
final class SmoothnessPriors {

    private static final int MOST_KEPT_COUNT = 1 << 17;
    private static final double UNCHANGED_RATIO = 1e-15;

    private final double weight;
    /** Factors of the rows that do not yet repeat; each later row is like the last of these. */
    private final double[] d;

    private final double[] l1;
    private final double[] l2;

    private double[] trend = new double[0];

    SmoothnessPriors(double lambda) {
        this.weight = lambda * lambda;
        double[] pivots = new double[256];
        double[] firsts = new double[256];
        int rows = 0;
        boolean changing = true;
        while (changing && rows < MOST_KEPT_COUNT) {
            if (rows == pivots.length) {
                pivots = Arrays.copyOf(pivots, 2 * rows);
                firsts = Arrays.copyOf(firsts, 2 * rows);
            }
            int i = rows++;
            firsts[i] = i < 1 ? 0 : first(i, Integer.MAX_VALUE, pivots[i - 1], i < 2 ? 0 : firsts[i - 1]);
            pivots[i] = pivot(i, Integer.MAX_VALUE, firsts[i], i < 1 ? 1 : pivots[i - 1], i < 2 ? 1 : pivots[i - 2]);
            changing = i < 4 || Math.abs(pivots[i] - pivots[i - 1]) > UNCHANGED_RATIO * pivots[i];
        }
        d = Arrays.copyOf(pivots, rows);
        l1 = Arrays.copyOf(firsts, rows);
        l2 = new double[rows];
        for (int i = 2; i < rows; i++) {
            l2[i] = weight / d[i - 2];
        }
    }

    /** Replaces the first {@code n} samples by what remains without their trend. */
    void remove(double[] x, int n) {
        if (n < 3) {
            Arrays.fill(x, 0, n, 0);
            return;
        }
        if (trend.length < n) {
            trend = new double[n + n / 4];
        }
        StraightLine.remove(x, 0, n, x);
        solve(x, n);
        for (int i = 0; i < n; i++) {
            x[i] -= trend[i];
        }
    }

    private void solve(double[] x, int n) {
        double[] z = trend;
        int inner = n - 2;
        int last = d.length - 1;
        // the two rows at the end, which know that the series ends
        double dInner2 = d[Math.min(Math.max(inner - 2, 0), last)];
        double dInner1 = d[Math.min(inner - 1, last)];
        double lInner1 = l1[Math.min(inner - 1, last)];
        double firstA = first(inner, n, dInner1, inner < 2 ? 0 : lInner1);
        double secondA = inner < 2 ? 0 : weight / dInner2;
        double pivotA = pivot(inner, n, firstA, dInner1, inner < 2 ? 1 : dInner2);
        double firstB = first(inner + 1, n, pivotA, firstA);
        double secondB = weight / dInner1;
        double pivotB = pivot(inner + 1, n, firstB, pivotA, dInner1);

        // L z = x
        double z1 = 0;
        double z2 = 0;
        for (int i = 0; i < inner; i++) {
            int row = Math.min(i, last);
            double now = x[i] - l1[row] * z1 - l2[row] * z2;
            z[i] = now;
            z2 = z1;
            z1 = now;
        }
        z[inner] = x[inner] - firstA * z1 - secondA * z2;
        z[inner + 1] = x[inner + 1] - firstB * z[inner] - secondB * z1;

        // L' trend = diag(d)^-1 z
        z[inner + 1] /= pivotB;
        z[inner] = z[inner] / pivotA - firstB * z[inner + 1];
        double first = firstA;
        double second = secondB;
        double secondNext = secondA;
        z1 = z[inner];
        z2 = z[inner + 1];
        for (int i = inner - 1; i >= 0; i--) {
            int row = Math.min(i, last);
            double now = z[i] / d[row] - first * z1 - second * z2;
            z[i] = now;
            z2 = z1;
            z1 = now;
            first = l1[row];
            second = secondNext;
            secondNext = l2[row];
        }
    }

    /** Row i of L, first band: (A(i, i-1) - weight * L(i-1, i-2)) / d(i-1). */
    private double first(int i, int n, double pivotBefore, double firstBefore) {
        int doubles = (i - 1 <= n - 3 ? 1 : 0) + (i >= 2 ? 1 : 0);
        return (-2 * doubles * weight - weight * firstBefore) / pivotBefore;
    }

    /** Row i of d: A(i, i) - L(i, i-1)^2 d(i-1) - L(i, i-2)^2 d(i-2). */
    private double pivot(int i, int n, double first, double pivotBefore, double pivotBefore2) {
        int units = (i <= n - 3 ? 1 : 0) + (i >= 1 && i - 1 <= n - 3 ? 4 : 0) + (i >= 2 ? 1 : 0);
        double second = i >= 2 ? weight / pivotBefore2 : 0;
        return 1 + units * weight - first * first * pivotBefore - second * second * pivotBefore2;
    }
}
