package org.soothe.artifact;

/** How far a window of beats can be trusted. */
public enum QualityGrade {
    /** Good enough for a report. */
    GOOD,
    /** Good enough for live feedback; a report flags it. */
    USABLE,
    /** Not to be interpreted. */
    BAD
}
