package org.soothe.response;

/**
 * What one person's beats do besides the drift of {@link DriftLaw}: wave, breath and noise. Typical values are the middle
 * of the ranges of physiology 10.1; {@link ReferenceFit} scales them to the person.
 *
 * <p>Not thread-safe; owned by one fit and overwritten at each phase, so that nothing is allocated on the live path.
 */
final class BeatModel {
    /** Places of the sizes in arrays of factors. */
    static final int WAVE_SD_MS = 0;

    static final int WAVE_HZ = 1;
    static final int BEAT_SD_MS = 2;
    static final int BREATH_SD_MS = 3;
    static final int BREATH_HZ = 4;
    static final int BREATH_DAMPING_PER_S = 5;
    static final int ENVELOPE_SD = 6;
    static final int SIZES = 7;

    /** Decay of the wave, per s: half width 0.0194 Hz (pole radius 0.97 at 4 Hz). */
    static final double WAVE_DAMPING_PER_S = 2 * Math.PI * 0.0194;

    private static final double[] TYPICAL = {22, 0.095, 3.5, 0, 0.23, 0.15, 0.12};
    private static final double PACED_WAVE_SD_MS = 10;

    private final double[] size = TYPICAL.clone();

    /** With a pacer, which takes the place of the breath. */
    void setPaced() {
        System.arraycopy(TYPICAL, 0, size, 0, SIZES);
        size[WAVE_SD_MS] = PACED_WAVE_SD_MS;
    }

    /** Without a pacer; {@code breathSdMs} is a first guess of the breath's standard deviation. */
    void setFree(double breathSdMs) {
        System.arraycopy(TYPICAL, 0, size, 0, SIZES);
        size[BREATH_SD_MS] = breathSdMs;
    }

    /** Another model with every size multiplied by its factor. */
    void setScaled(BeatModel typical, double[] ratio) {
        for (int i = 0; i < SIZES; i++) {
            size[i] = typical.size[i] * ratio[i];
        }
    }

    /** Whether the breath is a part of the model; with a pacer it is not. */
    boolean isFree() {
        return size[BREATH_SD_MS] > 0;
    }

    /** Standard deviation of the 0.1-Hz wave. */
    double waveSdMs() {
        return size[WAVE_SD_MS];
    }

    double waveHz() {
        return size[WAVE_HZ];
    }

    /** White noise of single beats, standard deviation. */
    double beatSdMs() {
        return size[BEAT_SD_MS];
    }

    /** Standard deviation of the breathing oscillator; 0 with a pacer. */
    double breathSdMs() {
        return size[BREATH_SD_MS];
    }

    double breathHz() {
        return size[BREATH_HZ];
    }

    double breathDampingPerS() {
        return size[BREATH_DAMPING_PER_S];
    }

    /** Noise of one reading of the log envelope of free breathing. */
    double envelopeSd() {
        return size[ENVELOPE_SD];
    }
}
