package org.soothe.response;

/**
 * Turns the ticks of one phase into four probabilities and a state. One per engine; not thread-safe. An implementation
 * holds state of fixed size and allocates nothing in {@link #begin} and {@link #tick}.
 *
 * <p>{@link LiveResponse} calls {@link #begin} at the first tick after a phase marker at which a reference matches, and
 * {@link #tick} at every tick from then on, also where the tick cannot be read ({@link Evidence#valid} tells) and before
 * the first decision. It shows nothing before {@link #firstDecisionNs}, and overrules the state with UNREADABLE where the
 * rules forbid a reading.
 */
interface Detector {

    /** The four things that may be going on, in the order of the probabilities. */
    enum Course {
        /** No change. */
        NEUTRAL(0),
        /** Towards calm. */
        SOOTHING(1),
        /** Threat response. */
        THREAT(2),
        /** Another activation. */
        OTHER(3);

        private final int index;

        Course(int index) {
            this.index = index;
        }

        /** Returns its place in arrays of four. */
        int index() {
            return index;
        }
    }

    /** A phase begins against a reference: belief as before any evidence. */
    void begin(Evidence evidence);

    /** The next tick of the phase. */
    void tick(Evidence evidence);

    /** Returns the probability of a course; the four sum to 1. */
    double p(Course course);

    /** Returns the state it would show: NEUTRAL, SOOTHING, THREAT_RESPONSE or OTHER_ACTIVATION. */
    ResponseState state();

    /**
     * Returns whether it has seen enough since its evidence last began to say anything; until then SETTLING is shown. Only
     * asked after {@link #tick}.
     */
    boolean settled();

    /**
     * Returns whether the newest beats have for long come so unlike the reference that nothing may be said, whatever the
     * measures of the minute allow. Only asked after {@link #tick}.
     */
    boolean unfamiliar();

    /** Returns how long after the marker it decides at the earliest. */
    long firstDecisionNs();
}
