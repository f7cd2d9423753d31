package org.soothe.response;

/**
 * Evidence across sessions that compassion imagery goes with more calm than control imagery, where the engine tossed a coin
 * for their order in each session (physiology basis 5.5). Immutable.
 *
 * <pre>A = zV - zH over the whole phase; s_i = +1 if A is higher in compassion, -1 if in control, ties dropped
 * E_n = product of (1 + 0.5 s_i)</pre>
 *
 * <p>Without a difference each sign is a fair coin, so E is a valid e-value at any time one stops: E of 20 or more is
 * evidence at 5 % (Ville). The threat direction is the same with reversed signs; who looks at both asks for 40. It needs an
 * independent toss per session; balanced blocks would not be fair coins.
 *
 * @param towardsSoothingRatio E for more calm in compassion; 1 without a session
 * @param towardsThreatRatio E for less
 * @param sessionCount sessions counted, ties not
 */
public record OrderEvidence(double towardsSoothingRatio, double towardsThreatRatio, int sessionCount) {

    /** E from which on one direction is evidence at 5 %. */
    public static final double ENOUGH_RATIO = 20;

    /** The same where both directions are looked at. */
    public static final double ENOUGH_OF_TWO_RATIO = 40;

    private static final double STAKE = 0.5;

    /** Returns the evidence before any session. */
    public static OrderEvidence none() {
        return new OrderEvidence(1, 1, 0);
    }

    /**
     * Returns the evidence after one more session.
     *
     * @param compassionZ zV - zH in compassion imagery
     * @param controlZ zV - zH in control imagery, against the same reference; NaN in either, or a tie, changes nothing
     */
    public OrderEvidence with(double compassionZ, double controlZ) {
        double difference = compassionZ - controlZ;
        if (Double.isNaN(difference) || difference == 0) {
            return this;
        }
        double stake = difference > 0 ? STAKE : -STAKE;
        return new OrderEvidence(
                towardsSoothingRatio * (1 + stake), towardsThreatRatio * (1 - stake), sessionCount + 1);
    }
}
