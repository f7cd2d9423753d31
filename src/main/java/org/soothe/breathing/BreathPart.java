package org.soothe.breathing;

/** The parts of a paced breath, in their order. */
public enum BreathPart {
    /** Breathing in. */
    IN,
    /** The pause after the in-breath. */
    PAUSE_AFTER_IN,
    /** Breathing out. */
    OUT,
    /** The pause after the out-breath. */
    PAUSE_AFTER_OUT
}
