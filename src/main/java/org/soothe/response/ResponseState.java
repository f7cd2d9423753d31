package org.soothe.response;

/** What the body seems to do in an exercise, compared with the person's own start in the same session. */
public enum ResponseState {
    /** The reference still runs, or less than a minute of usable data is there in this phase. */
    SETTLING,
    /** Towards calm: vagal measures up, heart rate not up. */
    SOOTHING,
    /** No clear change. */
    NEUTRAL,
    /** Heart rate up and vagal measures down. Screens of clients say "on guard". */
    THREAT_RESPONSE,
    /** Heart rate up, vagal measures not down: effort, excitement, movement, speech. */
    OTHER_ACTIVATION,
    /** Nothing can be said, for a reason. */
    UNREADABLE
}
