package org.soothe.response;

import java.util.Objects;

/**
 * The engine offers a pause. It only offers: the person decides, and the pause control of the person works at all times
 * without it. Immutable.
 *
 * @param timeNs when it was made, on the session axis; another time is another offer
 * @param kind a time out, or to stop
 * @param cause what led to it
 */
public record PauseOffer(long timeNs, Kind kind, Cause cause) {

    /** What is offered. */
    public enum Kind {
        /** Rest for a while: a TIMEOUT_OFFERED marker belongs into the recording. */
        TIME_OUT,
        /** End the exercise. */
        STOP
    }

    /** What led to an offer. */
    public enum Cause {
        /** The state THREAT_RESPONSE lasts. */
        THREAT_LASTS,
        /** The person rates distress high. */
        DISTRESS,
        /** Heart rate is far above the reference without movement. */
        HEART_RATE
    }

    /** The words for a client, which never speak of threat. */
    public static final String WORDS_FOR_CLIENTS =
            "Something in you may be on guard. That makes sense - bodies learn to"
                    + " protect us. You could rest with your breath, open your eyes, or carry on. Whatever you choose is fine.";

    /** Checks that nothing is missing. */
    public PauseOffer {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
    }
}
