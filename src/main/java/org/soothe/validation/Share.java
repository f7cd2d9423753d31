package org.soothe.validation;

/**
 * A share with its 95 % interval. Immutable.
 *
 * <pre>centre = (p + z^2 / 2n) / (1 + z^2 / n), half = z sqrt(p (1 - p) / n + z^2 / 4 n^2) / (1 + z^2 / n), z = 1.96</pre>
 *
 * <ul>
 *   <li>Of none: NaN.
 * </ul>
 *
 * <p>Wilson 1927, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22:209.
 *
 * @param hitCount how many
 * @param ofCount of how many
 */
record Share(int hitCount, int ofCount) {
    private static final double Z = 1.959963984540054;

    double percent() {
        return 100.0 * hitCount / ofCount;
    }

    double lowPercent() {
        return 100 * Math.max(0, centre() - half());
    }

    double highPercent() {
        return 100 * Math.min(1, centre() + half());
    }

    private double centre() {
        double n = ofCount;
        return (hitCount / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
    }

    private double half() {
        double n = ofCount;
        double p = hitCount / n;
        return Z * StrictMath.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    }
}
