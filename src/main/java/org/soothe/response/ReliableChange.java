package org.soothe.response;

/**
 * Whether lnRMSSD of two phases differs by more than the measurement itself varies. Immutable.
 *
 * <pre>(1) TE(ln) = ln(1 + TE% / 100)
 * (2) threshold = 1.96 sqrt(2) TE(ln), the minimal detectable change at 95 %
 * (3) percent change = 100 (exp(d) - 1)</pre>
 *
 * <p>The root of 2 stands for the two phases, each of which carries the typical error TE once.
 *
 * <ul>
 *   <li>A difference of exactly the threshold is reliable.
 *   <li>NaN, that is one of the phases had no value: {@link Verdict#NOT_COMPARABLE}.
 * </ul>
 *
 * <p>Typical errors within one session from J. Hum. Kinet. 2016, "Within-session stability of short-term heart rate
 * variability measurement"; rule and golden case G11 from the physiology basis 5.5.
 *
 * @param lnThreshold the smallest difference of lnRMSSD that counts, greater than 0
 */
public record ReliableChange(double lnThreshold) {

    /** Typical error of RMSSD in recordings that follow each other, percent. */
    private static final double TYPICAL_ERROR_CONSECUTIVE_PERCENT = 9.9;

    /** Typical error of RMSSD in recordings 20 to 30 min apart, percent. */
    private static final double TYPICAL_ERROR_APART_PERCENT = 21.1;

    /** Two-sided 95 % point of the normal distribution. */
    private static final double Z_95 = 1.96;

    /** What a difference says. */
    public enum Verdict {
        /** Rose reliably. */
        ROSE,
        /** Fell reliably. */
        FELL,
        /** No reliable change. */
        NO_RELIABLE_CHANGE,
        /** One of the phases has no value. */
        NOT_COMPARABLE
    }

    /** Checks the threshold; throws IllegalArgumentException unless it is finite and greater than 0. */
    public ReliableChange {
        if (!(lnThreshold > 0 && lnThreshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lnThreshold must be finite and greater than 0, was " + lnThreshold);
        }
    }

    /** Returns the rule for phases that follow each other: about +30 % or -23 %. */
    public static ReliableChange consecutive() {
        return ofTypicalErrorPercent(TYPICAL_ERROR_CONSECUTIVE_PERCENT);
    }

    /** Returns the rule for phases 20 to 30 min apart: about +70 % or -41 %. */
    public static ReliableChange apart() {
        return ofTypicalErrorPercent(TYPICAL_ERROR_APART_PERCENT);
    }

    /** Returns the rule for a typical error of RMSSD in percent, (1) and (2). */
    public static ReliableChange ofTypicalErrorPercent(double typicalErrorPercent) {
        return new ReliableChange(Z_95 * StrictMath.sqrt(2) * StrictMath.log1p(typicalErrorPercent / 100));
    }

    /** Returns what a difference of lnRMSSD, later minus earlier, says. */
    public Verdict judge(double lnDifference) {
        if (Double.isNaN(lnDifference)) {
            return Verdict.NOT_COMPARABLE;
        }
        if (Math.abs(lnDifference) < lnThreshold) {
            return Verdict.NO_RELIABLE_CHANGE;
        }
        return lnDifference > 0 ? Verdict.ROSE : Verdict.FELL;
    }

    /** Returns a difference of logarithms as percent change of the measure, (3). */
    public static double percentChange(double lnDifference) {
        return 100 * StrictMath.expm1(lnDifference);
    }
}
