package org.soothe.response;

/**
 * The exponential function where thousands are needed at a tick: to 1e-9 relative, by additions and multiplications only, so
 * it gives the same bits on every machine.
 *
 * <pre>e^x = 2^k e^r, k = the whole number nearest to x / ln 2, r the rest, e^r its Taylor sum to r^9</pre>
 *
 * <ul>
 *   <li>Only for x from -700 to 700; not checked.
 * </ul>
 */
final class QuickExp {
    private static final double PER_LN_2 = 1 / 0.6931471805599453;
    private static final double LN_2_HIGH = 0.6931471803691238;
    private static final double LN_2_LOW = 1.9082149292705877e-10;
    /** Adding and taking it away rounds to the nearest whole number. */
    private static final double ROUNDER = 1.5 * (1L << 52);

    private static final int EXPONENT_BIAS = 1023;
    private static final int FRACTION_BITS = 52;

    private QuickExp() {}

    static double of(double x) {
        double k = x * PER_LN_2 + ROUNDER - ROUNDER;
        double r = x - k * LN_2_HIGH - k * LN_2_LOW;
        double tail = 1.0 / 5040 + r * (1.0 / 40320 + r / 362880);
        double sum = 1
                + r
                        * (1
                                + r
                                        * (1.0 / 2
                                                + r
                                                        * (1.0 / 6
                                                                + r
                                                                        * (1.0 / 24
                                                                                + r
                                                                                        * (1.0 / 120
                                                                                                + r
                                                                                                        * (1.0 / 720
                                                                                                                + r
                                                                                                                        * tail))))));
        return sum * Double.longBitsToDouble(((long) k + EXPONENT_BIAS) << FRACTION_BITS);
    }
}
