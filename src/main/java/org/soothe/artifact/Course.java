package org.soothe.artifact;

/**
 * The smooth course of the heart period through a hole of a few intervals: the cubic through two intervals before and
 * two after it, by Lagrange. Pure functions.
 *
 * <p>With the hole of k intervals at the indices 1 .. k the points stand at -1, 0, k + 1, k + 2. The cubic follows slow
 * breathing: of a sinusoid with 10 intervals per breath it misses 2.4 % of the amplitude at k = 1. Where an outer point
 * is missing (NaN) it is the straight line between the inner ones; where an inner one is missing, the other one is held.
 */
final class Course {

    /** How far an interval may lie from the course that carries it; judgement. */
    static final double CARRY_RATIO = 0.15;

    private Course() {}

    /** Returns the course at index x (1 .. k) of a hole of k intervals. */
    static double at(int x, int k, double beforeMs2, double beforeMs1, double afterMs1, double afterMs2) {
        if (Double.isNaN(beforeMs1)) {
            return afterMs1;
        }
        if (Double.isNaN(afterMs1)) {
            return beforeMs1;
        }
        if (Double.isNaN(beforeMs2) || Double.isNaN(afterMs2)) {
            return beforeMs1 + (afterMs1 - beforeMs1) * x / (k + 1);
        }
        double a = x + 1;
        double b = x;
        double c = x - k - 1;
        double d = x - k - 2;
        double k1 = k + 1;
        double k2 = k + 2;
        double k3 = k + 3;
        return -beforeMs2 * (b * c * d) / (k2 * k3)
                + beforeMs1 * (a * c * d) / (k1 * k2)
                - afterMs1 * (a * b * d) / (k2 * k1)
                + afterMs2 * (a * b * c) / (k3 * k2);
    }

    /**
     * Returns whether an interval lies on the course of the received ones around it, within 15 %: the parabola through
     * three of them where one is missing, nothing where more are.
     */
    static boolean carries(double before2Ms, double before1Ms, double rrMs, double after1Ms, double after2Ms) {
        double ms = at(1, 1, before2Ms, before1Ms, after1Ms, after2Ms);
        if (Double.isNaN(before2Ms)) {
            ms = (before1Ms + 3 * after1Ms - after2Ms) / 3;
        } else if (Double.isNaN(after2Ms)) {
            ms = (after1Ms + 3 * before1Ms - before2Ms) / 3;
        }
        return Math.abs(rrMs - ms) <= CARRY_RATIO * rrMs;
    }

    /** Returns the sum of the course over the whole hole. */
    static double sumMs(int k, double beforeMs2, double beforeMs1, double afterMs1, double afterMs2) {
        double sumMs = 0;
        for (int x = 1; x <= k; x++) {
            sumMs += at(x, k, beforeMs2, beforeMs1, afterMs1, afterMs2);
        }
        return sumMs;
    }
}
