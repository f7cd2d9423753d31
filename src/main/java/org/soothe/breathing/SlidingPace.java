package org.soothe.breathing;

import org.soothe.event.PacerSetting;

/**
 * The sliding pace that looks for a personal rhythm: 78 breaths, each longer than the one before by the same time, from
 * 6.75 towards 4.25 breaths per minute. Pure functions of the number of a breath; may be called from any thread.
 *
 * <pre>(1) P_k = P_0 + k d   (s),  P_0 = 60 / 6.75,  d = (60 / 4.25 - 60 / 6.75) / 78,  k = 0 to 77
 * (2) start of breath k = k P_0 + d k (k - 1) / 2   (s after the first)</pre>
 *
 * <p>The 78th increment would end at 4.25; the last breath is at 4.27 per minute. All of it takes 894.6 s.
 *
 * <p>A session plays it as one steady {@link PacerSetting} per breath, so that a recording holds what was paced.
 *
 * <p>Reference: Fisher and Lehrer 2022, "A method for more accurate determination of resonance frequency of the
 * cardiovascular system", Appl. Psychophysiol. Biofeedback; golden case G15 of the physiology basis.
 */
public final class SlidingPace {

    /** How many breaths it has. */
    public static final int BREATHS = 78;

    private static final double FIRST_PERIOD_S = 60 / 6.75;
    private static final double INCREMENT_S = (60 / 4.25 - FIRST_PERIOD_S) / BREATHS;

    private SlidingPace() {}

    /**
     * Returns the length of a breath in seconds, (1).
     *
     * @param breath its number, 0 to 77
     * @throws IllegalArgumentException if there is no such breath
     */
    public static double periodS(int breath) {
        if (breath < 0 || breath >= BREATHS) {
            throw new IllegalArgumentException("breath must be 0 to " + (BREATHS - 1) + ", was " + breath);
        }
        return FIRST_PERIOD_S + breath * INCREMENT_S;
    }

    /**
     * Returns when a breath starts, in seconds after the first one started, (2).
     *
     * @param breath its number, 0 to 78, where 78 is the end
     * @throws IllegalArgumentException if there is no such breath
     */
    public static double startS(int breath) {
        if (breath < 0 || breath > BREATHS) {
            throw new IllegalArgumentException("breath must be 0 to " + BREATHS + ", was " + breath);
        }
        return breath * FIRST_PERIOD_S + INCREMENT_S * breath * (breath - 1) / 2;
    }

    /**
     * Returns the setting that paces a breath.
     *
     * @param breath its number, 0 to 77
     * @param startNs start of the first breath on the session axis
     * @param inhaleRatio share of the in-breath
     * @throws IllegalArgumentException if there is no such breath or the share is outside {@link PacerLimits}
     */
    public static PacerSetting setting(int breath, long startNs, double inhaleRatio) {
        double ratePerMin = 60 / periodS(breath);
        long timeNs = startNs + StrictMath.round(startS(breath) * 1e9);
        return PacerLimits.require(PacerSetting.steady(timeNs, ratePerMin, inhaleRatio));
    }
}
