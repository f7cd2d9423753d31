package org.soothe.artifact;

/** What the rhythm of a stretch of beats allows. No diagnosis: it says whether heart rate variability means anything. */
public enum Rhythm {
    /** A rhythm led by the sinus node, as far as intervals show. */
    REGULAR,
    /** No repeating pattern, as in atrial fibrillation: the variability is no sign of calm. */
    IRREGULAR,
    /** Many early beats, single or in pairs, as in bigeminy. */
    FREQUENT_ECTOPIC,
    /** Too few beats to say. */
    UNKNOWN;

    /** Returns whether heart rate variability must not be read. */
    public boolean unreadable() {
        return this == IRREGULAR || this == FREQUENT_ECTOPIC;
    }
}
