package org.soothe.event;

import java.util.Objects;

/**
 * The breathing pacer was set. Immutable.
 *
 * @param timeNs from when on, on the session axis
 * @param mode off, steady or ramp
 * @param ratePerMin target breaths per minute
 * @param rampFromPerMin where a ramp starts; the target where there is no ramp
 * @param inhaleRatio share of the in-breath in in- and out-breath together, pauses not counted
 * @param pauseAfterInMs pause after the in-breath
 * @param pauseAfterOutMs pause after the out-breath
 */
public record PacerSetting(
        long timeNs,
        PacerMode mode,
        double ratePerMin,
        double rampFromPerMin,
        double inhaleRatio,
        double pauseAfterInMs,
        double pauseAfterOutMs)
        implements Event {

    /** Checks that the mode is there; the pacer checks the numbers, because it knows its limits. */
    public PacerSetting {
        Objects.requireNonNull(mode, "mode");
    }

    /** Returns a setting of a constant rate without pauses. */
    public static PacerSetting steady(long timeNs, double ratePerMin, double inhaleRatio) {
        return new PacerSetting(timeNs, PacerMode.STEADY, ratePerMin, ratePerMin, inhaleRatio, 0, 0);
    }

    /** Returns a setting that turns the pacer off. */
    public static PacerSetting off(long timeNs) {
        return new PacerSetting(timeNs, PacerMode.OFF, Double.NaN, Double.NaN, Double.NaN, 0, 0);
    }

    @Override
    public PacerSetting at(long newNs) {
        return new PacerSetting(newNs, mode, ratePerMin, rampFromPerMin, inhaleRatio, pauseAfterInMs, pauseAfterOutMs);
    }
}
