package org.soothe.response;

/**
 * Whether a heart that began to make slow deep breaths of its own accord is clearly calmer, which is the one thing that may
 * be said of it.
 *
 * <p>Slow breath nobody paces cannot be read from the heart (8.1), and it shrinks RMSSD by sin(pi f T0) whatever the vagus
 * does (3.1), so neither a threat response nor another activation may be read from it. A larger swing comes of slow breath
 * alone. So calm rests on the heart rate: zH of at most -1.2 for two minutes running, while the swing of a minute is larger
 * by at least 0.3 in ln. It ends when zH rises above -0.5 or the slow wave has been gone for 30 s.
 *
 * <p>Not thread-safe; allocates nothing. Decision 0057.
 */
final class SlowBreathCalm {

    private static final long CALM_TICKS = 24;
    private static final long LONGEST_GAP_TICKS = 6;
    private static final double SLOWER_Z_H = -1.2;
    private static final double LARGER_LN = 0.3;
    private static final double LEAVE_Z_H = -0.5;

    /** Two minutes and the minute before them. */
    static final long EVIDENCE_NS = 180_000_000_000L;

    /** Share of those who get calmer among simulated slow breathers called calm, one in five of whom gets calmer. */
    static final double P_CALM = 0.67;

    private long slowerTicks;
    private long gapTicks;
    private boolean calm;

    void reset() {
        slowerTicks = 0;
        gapTicks = 0;
        calm = false;
    }

    /** A tick at which the heart makes slow deep breaths. */
    void slow(double zH, double lnSwingChange) {
        gapTicks = 0;
        if (zH <= SLOWER_Z_H && lnSwingChange >= LARGER_LN) {
            slowerTicks++;
        } else {
            slowerTicks = 0;
        }
        calm = slowerTicks >= CALM_TICKS || (calm && zH <= LEAVE_Z_H);
    }

    /** Ticks at which it does not, or cannot be read. */
    void otherwise(long ticks) {
        gapTicks += ticks;
        if (gapTicks > LONGEST_GAP_TICKS) {
            reset();
        }
    }

    boolean calm() {
        return calm;
    }
}
