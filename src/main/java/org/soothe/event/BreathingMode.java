package org.soothe.event;

/** How a person breathes in a phase. */
public enum BreathingMode {
    /** As they like. */
    FREE,
    /** With the pacer. */
    PACED
}
