package org.soothe.hrv;

/**
 * Cosine and sine of an angle in turns (1 turn = 2 pi), good to 2.3e-16. Stateless.
 *
 * <p>cos(2 pi t) and sin(2 pi t) have a period of exactly 1 in t, so the angle is brought to an eighth of a turn without
 * any rounding; there the Taylor series to x^16 and x^15 leaves less than 1e-16.
 *
 * <ul>
 *   <li>NaN and infinite: NaN
 *   <li>multiples of a quarter turn: exactly 0, 1 or -1
 * </ul>
 *
 * <p>Why not StrictMath: from JDK 21 on its cosine and sine allocate on every call, and the live path allocates nothing.
 * Additions and multiplications alone give the same bits on every processor.
 */
public final class UnitCircle {

    private static final double[] COS_SERIES = series(0);
    private static final double[] SIN_SERIES = series(1);

    private UnitCircle() {}

    /** Returns the cosine of an angle in turns. */
    public static double cos(double turns) {
        double within = turns - Math.rint(turns);
        double quarters = Math.rint(4 * within);
        double x = 2 * Math.PI * (within - quarters / 4);
        return switch ((int) quarters) {
            case 0 -> even(x);
            case 1 -> -odd(x);
            case -1 -> odd(x);
            default -> -even(x);
        };
    }

    /** Returns the sine of an angle in turns. */
    public static double sin(double turns) {
        double within = turns - Math.rint(turns);
        double quarters = Math.rint(4 * within);
        double x = 2 * Math.PI * (within - quarters / 4);
        return switch ((int) quarters) {
            case 0 -> odd(x);
            case 1 -> even(x);
            case -1 -> -even(x);
            default -> -odd(x);
        };
    }

    /** cos x for |x| up to pi / 4. */
    private static double even(double x) {
        return horner(COS_SERIES, x * x);
    }

    /** sin x for |x| up to pi / 4. */
    private static double odd(double x) {
        return x * horner(SIN_SERIES, x * x);
    }

    private static double horner(double[] series, double square) {
        double sum = series[series.length - 1];
        for (int k = series.length - 2; k >= 0; k--) {
            sum = sum * square + series[k];
        }
        return sum;
    }

    /** The factors (-1)^k / (2k + first)! of x^(2k + first). */
    private static double[] series(int first) {
        double[] series = new double[9 - first];
        double factorial = 1;
        for (int k = 0; k < series.length; k++) {
            series[k] = (k % 2 == 0 ? 1 : -1) / factorial;
            int n = 2 * k + first;
            factorial *= (double) (n + 1) * (n + 2);
        }
        return series;
    }
}
