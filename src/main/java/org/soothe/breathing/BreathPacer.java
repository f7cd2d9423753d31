package org.soothe.breathing;

import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;

/**
 * A breathing pacer: an anchor (time, breaths reached, rates, shape) from which everything else is computed. Immutable;
 * may be read from any thread, and a page that gets one draws by itself.
 *
 * <p>The phase is computed from the time, not counted, so it does not drift. {@link #next} makes the pacer of a new
 * setting at the phase reached, so the guide never jumps; the breath that is under way is finished in its own shape.
 *
 * <ul>
 *   <li>Off, or before the anchor: NaN, no part.
 * </ul>
 */
public final class BreathPacer {

    /** After a ramp has reached its target the breath settles for this long before anything is read from it. */
    public static final long SETTLE_NS = 30_000_000_000L;

    private static final double NS_PER_S = 1e9;

    private final long anchorNs;
    private final double anchorBreathCount;
    private final PacerMode mode;
    private final RateCurve curve;
    private final BreathShape shape;
    private final BreathShape shapeUnderWay;
    private final double underWayUntilCount;

    private BreathPacer(long anchorNs, double anchorBreathCount, PacerMode mode, RateCurve curve, BreathShape shape) {
        this(anchorNs, anchorBreathCount, mode, curve, shape, shape);
    }

    private BreathPacer(
            long anchorNs,
            double anchorBreathCount,
            PacerMode mode,
            RateCurve curve,
            BreathShape shape,
            BreathShape shapeUnderWay) {
        this.anchorNs = anchorNs;
        this.anchorBreathCount = anchorBreathCount;
        this.mode = mode;
        this.curve = curve;
        this.shape = shape;
        this.shapeUnderWay = shapeUnderWay;
        this.underWayUntilCount = StrictMath.ceil(anchorBreathCount);
    }

    /**
     * Returns the pacer of a setting, at the start of an in-breath.
     *
     * @throws IllegalArgumentException if the setting is outside {@link PacerLimits}; the message names what and its
     *     value
     */
    public static BreathPacer of(PacerSetting setting) {
        return start(PacerLimits.require(setting), setting.timeNs(), 0);
    }

    /**
     * Returns the pacer of a new setting, at the phase this one has reached at the time of the setting; where this one is
     * off, or not yet begun, at the start of the next in-breath.
     *
     * @throws IllegalArgumentException if the setting is outside {@link PacerLimits}; the message names what and its
     *     value
     */
    public BreathPacer next(PacerSetting setting) {
        return next(PacerLimits.require(setting), setting.timeNs());
    }

    /** As {@link #next(PacerSetting)}, the limits being kept already and the time given apart. */
    BreathPacer next(PacerSetting setting, long fromNs) {
        double reached = breathCount(fromNs);
        if (Double.isNaN(reached)) {
            return start(setting, fromNs, StrictMath.ceil(anchorBreathCount));
        }
        if (setting.mode() == PacerMode.OFF) {
            return start(setting, fromNs, reached);
        }
        BreathShape underWay = reached < underWayUntilCount ? shapeUnderWay : shape;
        return new BreathPacer(fromNs, reached, setting.mode(), curveOf(setting), shapeOf(setting), underWay);
    }

    /** Returns the pacer of a setting within the limits that has made a number of breaths. */
    static BreathPacer start(PacerSetting setting, long fromNs, double breathCount) {
        return new BreathPacer(fromNs, breathCount, setting.mode(), curveOf(setting), shapeOf(setting));
    }

    private static RateCurve curveOf(PacerSetting setting) {
        return switch (setting.mode()) {
            case OFF -> new RateCurve(Double.NaN, Double.NaN);
            case STEADY -> new RateCurve(setting.ratePerMin(), setting.ratePerMin());
            case RAMP -> new RateCurve(setting.rampFromPerMin(), setting.ratePerMin());
        };
    }

    private static BreathShape shapeOf(PacerSetting setting) {
        double slowestPerMin = setting.mode() == PacerMode.RAMP
                ? Math.min(setting.rampFromPerMin(), setting.ratePerMin())
                : setting.ratePerMin();
        return new BreathShape(
                setting.inhaleRatio(), setting.pauseAfterInMs(), setting.pauseAfterOutMs(), 60_000 / slowestPerMin);
    }

    /** Returns from when on this pacer is in force, on the session axis. */
    public long anchorNs() {
        return anchorNs;
    }

    /** Returns off, steady or ramp. */
    public PacerMode mode() {
        return mode;
    }

    /** Returns whether there is any pacing. */
    public boolean isRunning() {
        return mode != PacerMode.OFF;
    }

    /** Returns the rate this pacer goes to, breaths per minute. */
    public double targetPerMin() {
        return curve.targetPerMin();
    }

    /** Returns the share of the in-breath in in- and out-breath together. */
    public double inhaleRatio() {
        return shape.inhaleRatio();
    }

    /** Returns the rate at a time, breaths per minute. */
    public double ratePerMin(long timeNs) {
        return isRunning() ? curve.ratePerMin(sinceAnchorS(timeNs)) : Double.NaN;
    }

    /**
     * Returns the breaths made up to a time, with fraction: it never falls, it does not jump where a setting changes, and
     * whole numbers are starts of in-breaths.
     */
    public double breathCount(long timeNs) {
        return isRunning() ? anchorBreathCount + curve.breathCount(sinceAnchorS(timeNs)) : Double.NaN;
    }

    /** Returns the phase of the breath, 0 (start of the in-breath) up to but not including 1. */
    public double phaseRatio(long timeNs) {
        double count = breathCount(timeNs);
        return count - StrictMath.floor(count);
    }

    /** Returns the volume of the lungs that the guide shows, 0 (out) to 1 (in). */
    public double volumeRatio(long timeNs) {
        double count = breathCount(timeNs);
        return Double.isNaN(count) ? Double.NaN : shapeAt(count).volumeRatio(count - StrictMath.floor(count));
    }

    /**
     * Returns the part of the breath the guide shows at a time.
     *
     * @throws IllegalStateException if the pacer does not run at that time
     */
    public BreathPart part(long timeNs) {
        double count = breathCount(timeNs);
        if (Double.isNaN(count)) {
            throw new IllegalStateException("the pacer does not run at timeNs " + timeNs);
        }
        return shapeAt(count).part(count - StrictMath.floor(count));
    }

    /**
     * Returns from when on the breath counts as settled: for a ramp 30 s after it came within 0.1 per minute of its
     * target, else the anchor.
     */
    public long settledNs() {
        return mode == PacerMode.RAMP
                ? anchorNs + (long) StrictMath.ceil(curve.rampEndS() * NS_PER_S) + SETTLE_NS
                : anchorNs;
    }

    private BreathShape shapeAt(double count) {
        return count < underWayUntilCount ? shapeUnderWay : shape;
    }

    private double sinceAnchorS(long timeNs) {
        return timeNs >= anchorNs ? (timeNs - anchorNs) / NS_PER_S : Double.NaN;
    }
}
