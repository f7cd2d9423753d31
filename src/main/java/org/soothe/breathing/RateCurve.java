package org.soothe.breathing;

/**
 * The rate of a pacer over the time since its anchor, and its integral, the breaths made since then. Immutable.
 *
 * <p>A steady pacer is a curve whose start is its target.
 *
 * <p>A ramp follows, with f in breaths per minute, t in seconds and tau = 60 s,
 *
 * <pre>(1) f(t) = fT + (f0 - fT) exp(-t / tau)
 * (2) n(t) = (fT t + (f0 - fT) tau (1 - exp(-t / tau))) / 60</pre>
 *
 * <p>except where the period would grow by more than 5 % from one breath to the next. Per breath, (1) makes ln P grow by
 * {@code (60 / tau) (f - fT) / f^2}. That is more than L = ln 1.05 between the two roots of
 *
 * <pre>(3) (60 / tau) (f - fT) = L f^2, f = g (1 +- sqrt(1 - 4 L fT / (60 / tau))) / (2 L), g = 60 / tau</pre>
 *
 * <p>which are real for targets below about 5.12 per minute. Between them ln P grows by exactly L per breath, so the
 * period grows linearly in time, from fA at time 0 of that piece:
 *
 * <pre>(4) 60 / f(t) = 60 / fA + L t
 * (5) n(t) = ln(1 + L t fA / 60) / L</pre>
 *
 * <p>Rate and slope are continuous where the pieces meet. As ln P never grows by more than L over any span of one
 * breath, no breath, wherever it is taken to start, is more than 5 % longer than the one before it. A ramp towards a
 * faster rate follows (1) throughout.
 *
 * <ul>
 *   <li>Before the anchor: NaN.
 * </ul>
 *
 * <p>Computed from the time, not counted, so nothing adds up. Reference: physiology basis 6.1.
 */
final class RateCurve {

    private static final double TAU_S = 60;

    private static final double MAX_LN_GROWTH_PER_BREATH = StrictMath.log(1.05);

    /** A ramp has ended where the rate is this near its target, breaths per minute. */
    private static final double RAMP_END_PER_MIN = 0.1;

    private final double fromPerMin;
    private final double targetPerMin;

    /** The limited piece starts here, at its rate and its breaths; infinite where there is none. */
    private final double limitedFromS;

    private final double limitedPerMin;
    private final double limitedBreaths;

    /** The second exponential piece starts here, at its rate and its breaths; infinite where there is none. */
    private final double lastFromS;

    private final double lastPerMin;
    private final double lastBreaths;

    /** Makes a curve from one rate to another, both greater than 0; a steady one where they are equal. */
    RateCurve(double fromPerMin, double targetPerMin) {
        this.fromPerMin = fromPerMin;
        this.targetPerMin = targetPerMin;
        double g = 60 / TAU_S;
        double l = MAX_LN_GROWTH_PER_BREATH;
        double discriminant = 1 - 4 * l * targetPerMin / g;
        double root = discriminant > 0 ? StrictMath.sqrt(discriminant) : 0;
        double upperPerMin = g * (1 + root) / (2 * l);
        double lowerPerMin = g * (1 - root) / (2 * l);
        boolean limited = discriminant > 0 && fromPerMin > lowerPerMin && targetPerMin < lowerPerMin;
        if (limited) {
            limitedPerMin = Math.min(fromPerMin, upperPerMin);
            limitedFromS = timeToS(fromPerMin, limitedPerMin);
            limitedBreaths = exponentialBreaths(fromPerMin, limitedFromS);
            double lengthS = (60 / lowerPerMin - 60 / limitedPerMin) / l;
            lastPerMin = lowerPerMin;
            lastFromS = limitedFromS + lengthS;
            lastBreaths = limitedBreaths + StrictMath.log(limitedPerMin / lowerPerMin) / l;
        } else {
            limitedPerMin = targetPerMin;
            limitedFromS = Double.POSITIVE_INFINITY;
            limitedBreaths = 0;
            lastPerMin = targetPerMin;
            lastFromS = Double.POSITIVE_INFINITY;
            lastBreaths = 0;
        }
    }

    double targetPerMin() {
        return targetPerMin;
    }

    /** Returns the rate at a time after the anchor, breaths per minute. */
    double ratePerMin(double sinceS) {
        if (!(sinceS >= 0)) {
            return Double.NaN;
        }
        if (sinceS >= lastFromS) {
            return exponentialPerMin(lastPerMin, sinceS - lastFromS);
        }
        if (sinceS >= limitedFromS) {
            // (4)
            return 60 / (60 / limitedPerMin + MAX_LN_GROWTH_PER_BREATH * (sinceS - limitedFromS));
        }
        return exponentialPerMin(fromPerMin, sinceS);
    }

    /** Returns the breaths made between the anchor and a time after it, with fraction. */
    double breathCount(double sinceS) {
        if (!(sinceS >= 0)) {
            return Double.NaN;
        }
        if (sinceS >= lastFromS) {
            return lastBreaths + exponentialBreaths(lastPerMin, sinceS - lastFromS);
        }
        if (sinceS >= limitedFromS) {
            // (5)
            double x = MAX_LN_GROWTH_PER_BREATH * (sinceS - limitedFromS) * limitedPerMin / 60;
            return limitedBreaths + StrictMath.log1p(x) / MAX_LN_GROWTH_PER_BREATH;
        }
        return exponentialBreaths(fromPerMin, sinceS);
    }

    /** Returns when the rate has come within 0.1 per minute of the target, seconds after the anchor; 0 if it starts so. */
    double rampEndS() {
        double distancePerMin = Math.abs(fromPerMin - targetPerMin);
        if (distancePerMin <= RAMP_END_PER_MIN) {
            return 0;
        }
        if (fromPerMin < targetPerMin) {
            return TAU_S * StrictMath.log(distancePerMin / RAMP_END_PER_MIN);
        }
        double endPerMin = targetPerMin + RAMP_END_PER_MIN;
        return lastFromS == Double.POSITIVE_INFINITY
                ? timeToS(fromPerMin, endPerMin)
                : lastFromS + timeToS(lastPerMin, endPerMin);
    }

    /** (1) solved for the time at which the exponential that starts at one rate passes another. */
    private double timeToS(double startPerMin, double thenPerMin) {
        return TAU_S * StrictMath.log((startPerMin - targetPerMin) / (thenPerMin - targetPerMin));
    }

    /** (1). */
    private double exponentialPerMin(double startPerMin, double sinceS) {
        return targetPerMin + (startPerMin - targetPerMin) * StrictMath.exp(-sinceS / TAU_S);
    }

    /** (2); expm1 keeps the digits of short times. */
    private double exponentialBreaths(double startPerMin, double sinceS) {
        double steady = targetPerMin * sinceS;
        if (startPerMin == targetPerMin) {
            return steady / 60;
        }
        return (steady - (startPerMin - targetPerMin) * TAU_S * StrictMath.expm1(-sinceS / TAU_S)) / 60;
    }
}
