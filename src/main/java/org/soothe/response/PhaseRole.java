package org.soothe.response;

import org.soothe.event.Phase;

/** What a phase is for when the response is read. */
public enum PhaseRole {
    /** Arriving or slowing down; nothing is read and nothing is compared with it. */
    ARRIVING,
    /** Rest that later phases are compared with. */
    REFERENCE,
    /** Read against the reference. */
    READ,
    /** Recorded only: people write, speak, rest from the exercise or search a pace. */
    RECORD_ONLY;

    /** Returns the role of a phase. */
    public static PhaseRole of(Phase phase) {
        return switch (phase) {
            case SETTLE, PACED_RAMP -> ARRIVING;
            case BASELINE_FREE, BASELINE_PACED -> REFERENCE;
            case RELAXATION_IMAGERY,
                    COMPASSION_SELF,
                    COMPASSION_OTHER,
                    COMPASSION_FLOW_OUT,
                    COMPASSION_FLOW_IN,
                    COMPASSION_FLOW_SELF,
                    CONTROL_IMAGERY,
                    RECOVERY -> READ;
            case LETTER_WRITING, TIME_OUT, QUESTIONS, CALIBRATION -> RECORD_ONLY;
        };
    }
}
