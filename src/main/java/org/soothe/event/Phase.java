package org.soothe.event;

/** The phases of a session. */
public enum Phase {
    /** Sitting down and arriving; not analysed. */
    SETTLE,
    /** Reference with free breathing. */
    BASELINE_FREE,
    /** Relaxation imagery. */
    RELAXATION_IMAGERY,
    /** The pacer slows from the person's own rate to the target; not analysed. */
    PACED_RAMP,
    /** Reference with paced breathing. */
    BASELINE_PACED,
    /** Compassion imagery towards oneself. */
    COMPASSION_SELF,
    /** Compassion imagery of another one's compassion. */
    COMPASSION_OTHER,
    /** Compassion flowing out to others. */
    COMPASSION_FLOW_OUT,
    /** Compassion flowing in from others. */
    COMPASSION_FLOW_IN,
    /** Compassion for oneself. */
    COMPASSION_FLOW_SELF,
    /** Control imagery. */
    CONTROL_IMAGERY,
    /** Writing a compassionate letter; recorded only. */
    LETTER_WRITING,
    /** The imagery stopped for a while. */
    TIME_OUT,
    /** Rest after the imagery. */
    RECOVERY,
    /** Questions; recorded only. */
    QUESTIONS,
    /** Finding a personal breathing pace. */
    CALIBRATION
}
