package org.soothe.response;

/**
 * Whether free breathing is still what it was in the reference (rule R3). Stateless.
 *
 * <ul>
 *   <li>Both rates known: changed if they differ by more than 20 % of the reference rate.
 *   <li>The rate is not known now: changed if the heart makes one slow wave and swings further than in the reference, or
 *       makes a far clearer one than there, because slow breathing does that, and the rate of slow breathing can never be read from the heart alone
 *       (8.1). Without this, a fast heart with a strong 0.1-Hz swing, as in slow meditation, has a lower RMSSD and would
 *       read as a threat response.
 *   <li>Else: taken as the same; the note BREATHING_UNKNOWN says so.
 * </ul>
 */
final class BreathingGuard {

    private static final double LARGEST_CHANGE_RATIO = 0.20;

    /** Least share of power in one slow wave (rhythm smoothness, physiology basis 8.3). */
    private static final double ONE_WAVE_RATIO = 0.50;

    /** Least growth of ln swing: a wave half as large again as the whole swing of the reference. */
    private static final double LARGER_LN = 0.10;

    /** Least share of a wave that counts even without a larger swing, if the reference had far less of it. */
    private static final double CLEAR_WAVE_RATIO = 0.55;

    private static final double MORE_WAVE_RATIO = 0.20;

    boolean same(TickFeatures now, Reference reference) {
        if (Double.isNaN(now.breathPerMin())) {
            return !slower(now, reference);
        }
        double change = Math.abs(now.breathPerMin() - reference.breathPerMin);
        return !(change > LARGEST_CHANGE_RATIO * reference.breathPerMin);
    }

    /** Whether the rate is not known and the heart shows slower breath than in the reference. */
    boolean slower(TickFeatures now, Reference reference) {
        if (!Double.isNaN(now.breathPerMin())) {
            return false;
        }
        double wave = now.smoothnessRatio();
        boolean larger = wave >= ONE_WAVE_RATIO && reference.lnSwingChange(now) >= LARGER_LN;
        boolean clearer = wave >= CLEAR_WAVE_RATIO && wave - reference.smoothnessRatio >= MORE_WAVE_RATIO;
        return larger || clearer;
    }
}
