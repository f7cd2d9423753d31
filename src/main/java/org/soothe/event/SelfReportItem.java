package org.soothe.event;

/** Single items a person can rate from 0 to 10. */
public enum SelfReportItem {
    /** Safe. */
    SAFE,
    /** Warm, cared for. */
    WARM,
    /** Content. */
    CONTENT,
    /** Excited, energised. */
    EXCITED,
    /** Distressed. */
    DISTRESS,
    /** How easy it was to imagine. */
    EASE_OF_IMAGINING,
    /** Some part of me was on guard. */
    ON_GUARD,
    /** How comfortable the breathing pace was. */
    PACE_COMFORT
}
