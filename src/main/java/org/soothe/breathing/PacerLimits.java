package org.soothe.breathing;

import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;

/**
 * What a pacer setting may ask for. Values without another source are our own judgement.
 *
 * <p>A setting that arrives in a session is brought within the limits by {@link PacerTrack#accept}, which says so. A
 * program that makes settings checks them with {@link #require} and fails at once.
 */
public final class PacerLimits {

    /** Slowest rate, breaths per minute. */
    public static final double MIN_RATE_PER_MIN = 4;

    /** Fastest rate, breaths per minute. */
    public static final double MAX_RATE_PER_MIN = 10;

    /** Rate where none is asked for, breaths per minute: the middle of the 5 to 6 that soothing rhythm breathing uses. */
    public static final double DEFAULT_RATE_PER_MIN = 5.5;

    /** Fastest start of a ramp, breaths per minute: from here to 5.5 the ramp and its settling fit into 330 s. */
    public static final double MAX_RAMP_FROM_PER_MIN = 20;

    /** Start of a ramp where the person's own rate is not known, breaths per minute. */
    public static final double DEFAULT_RAMP_FROM_PER_MIN = 12;

    /** Smallest share of the in-breath in in- and out-breath. */
    public static final double MIN_INHALE_RATIO = 0.2;

    /** Largest share of the in-breath in in- and out-breath. */
    public static final double MAX_INHALE_RATIO = 0.8;

    /** Share of the in-breath where none is asked for. */
    public static final double DEFAULT_INHALE_RATIO = 0.45;

    /** Longest pause after the in-breath or after the out-breath, milliseconds. */
    public static final double MAX_PAUSE_MS = 1000;

    private PacerLimits() {}

    /**
     * Returns the setting as it is.
     *
     * @throws IllegalArgumentException if a number of it is outside the limits; the message names it and its value
     */
    public static PacerSetting require(PacerSetting setting) {
        if (setting.mode() == PacerMode.OFF) {
            return setting;
        }
        require("ratePerMin", setting.ratePerMin(), MIN_RATE_PER_MIN, MAX_RATE_PER_MIN);
        require("inhaleRatio", setting.inhaleRatio(), MIN_INHALE_RATIO, MAX_INHALE_RATIO);
        require("pauseAfterInMs", setting.pauseAfterInMs(), 0, MAX_PAUSE_MS);
        require("pauseAfterOutMs", setting.pauseAfterOutMs(), 0, MAX_PAUSE_MS);
        if (setting.mode() == PacerMode.RAMP) {
            require("rampFromPerMin", setting.rampFromPerMin(), MIN_RATE_PER_MIN, MAX_RAMP_FROM_PER_MIN);
        }
        return setting;
    }

    private static void require(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", was " + value);
        }
    }
}
