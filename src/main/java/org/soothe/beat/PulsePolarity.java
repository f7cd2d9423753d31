package org.soothe.beat;

/**
 * Which way up a pulse wave is, by its asymmetry. Not thread-safe; fixed size.
 *
 * <p>It is looked at every 4 s. Three times in a row clearly to the other side (below -0.5) turn it.
 */
final class PulsePolarity {

    private static final double WINDOW_S = 4;
    private static final double TURNED = -0.5;
    private static final int AGREEING_COUNT = 3;

    private int sign = 1;
    private int windowCount;
    private int againstCount;

    void begin(double rateHz) {
        windowCount = (int) (WINDOW_S * rateHz);
        againstCount = 0;
    }

    /** Looks at the wave after each of its samples and returns whether it has just turned out to be the other way up. */
    boolean next(PulseWave wave) {
        if (wave.count() % windowCount != 0) {
            return false;
        }
        againstCount = sign * wave.asymmetry(windowCount) < TURNED ? againstCount + 1 : 0;
        if (againstCount < AGREEING_COUNT) {
            return false;
        }
        againstCount = 0;
        sign = -sign;
        return true;
    }

    int sign() {
        return sign;
    }
}
