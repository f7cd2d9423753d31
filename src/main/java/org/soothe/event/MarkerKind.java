package org.soothe.event;

/** Kinds of markers; what each one means stands in the user guide. */
public enum MarkerKind {
    /** The person spoke. */
    SPOKE,
    /** The person moved. */
    MOVED,
    /** Tears. */
    TEARS,
    /** Cough. */
    COUGH,
    /** The person felt distress. */
    DISTRESS,
    /** The person felt comfort. */
    COMFORT,
    /** A time out was offered. */
    TIMEOUT_OFFERED,
    /** A time out was accepted. */
    TIMEOUT_ACCEPTED,
    /** The person went on. */
    RESUMED,
    /** The person ended the exercise. */
    STOPPED,
    /** Any other note. */
    NOTE
}
