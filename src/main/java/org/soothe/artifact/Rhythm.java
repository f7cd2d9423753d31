package org.soothe.artifact;

/** Whether the rhythm of a stretch of beats suits the method. A signal, never a diagnosis. */
public enum Rhythm {
    /** Too few beats to tell. */
    UNKNOWN,
    /** A rhythm that the method reads. */
    REGULAR,
    /** No pattern from beat to beat: variability would look like calm and is none. */
    IRREGULAR,
    /** More ectopic beats than correction can stand for. */
    FREQUENT_ECTOPICS
}
