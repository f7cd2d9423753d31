package org.soothe.archfixture.hrv;

import java.util.function.DoubleUnaryOperator;

/** Uses Math where processors may differ: one call, one reference. The others are exact and allowed. */
final class Inexact {
    double call(double x) {
        return Math.sin(x) + StrictMath.cos(x) + Math.sqrt(x) + Math.fma(x, x, x);
    }

    DoubleUnaryOperator reference() {
        return Math::log;
    }
}
