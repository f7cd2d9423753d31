package org.soothe.event;

/** What the breathing pacer does from a setting on. */
public enum PacerMode {
    /** No pacing. */
    OFF,
    /** A constant rate. */
    STEADY,
    /** From the person's own rate towards the target, ever more slowly. */
    RAMP
}
