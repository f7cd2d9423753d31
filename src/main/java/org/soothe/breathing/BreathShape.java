package org.soothe.breathing;

/**
 * The shape of one breath over its phase: in-breath, pause, out-breath, pause. Immutable.
 *
 * <p>All shares are of the whole cycle, so the shape stretches with the period. The phase runs linearly in time through
 * all four parts.
 */
final class BreathShape {

    /** The pacer's own words for a shape, kept because they are shown and compared. */
    private final double inhaleRatio;

    private final double inEnd;
    private final double outStart;
    private final double outEnd;

    /**
     * Makes a shape.
     *
     * @param inhaleRatio share of the in-breath in in- and out-breath together
     * @param pauseAfterInMs pause after the in-breath
     * @param pauseAfterOutMs pause after the out-breath
     * @param periodMs the longest period the shape is used at, so that no pause becomes longer than asked for
     */
    BreathShape(double inhaleRatio, double pauseAfterInMs, double pauseAfterOutMs, double periodMs) {
        this.inhaleRatio = inhaleRatio;
        double pauseIn = pauseAfterInMs / periodMs;
        double pauseOut = pauseAfterOutMs / periodMs;
        this.inEnd = inhaleRatio * (1 - pauseIn - pauseOut);
        this.outStart = inEnd + pauseIn;
        this.outEnd = 1 - pauseOut;
    }

    double inhaleRatio() {
        return inhaleRatio;
    }

    /**
     * Returns the volume of the lungs, 0 (out) to 1 (in): a raised cosine in each half, so that both turns are smooth.
     *
     * <p>(1) {@code v = (1 - cos(pi x)) / 2} with x from 0 to 1 over the in-breath, mirrored over the out-breath.
     */
    double volumeRatio(double phaseRatio) {
        if (phaseRatio < inEnd) {
            return raisedCosine(phaseRatio / inEnd);
        }
        if (phaseRatio < outStart) {
            return 1;
        }
        if (phaseRatio < outEnd) {
            return 1 - raisedCosine((phaseRatio - outStart) / (outEnd - outStart));
        }
        return 0;
    }

    /** Returns the part of the breath at a phase. */
    BreathPart part(double phaseRatio) {
        if (phaseRatio < inEnd) {
            return BreathPart.IN;
        }
        if (phaseRatio < outStart) {
            return BreathPart.PAUSE_AFTER_IN;
        }
        return phaseRatio < outEnd ? BreathPart.OUT : BreathPart.PAUSE_AFTER_OUT;
    }

    private static double raisedCosine(double x) {
        return (1 - StrictMath.cos(StrictMath.PI * x)) / 2;
    }
}
