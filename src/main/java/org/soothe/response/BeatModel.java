package org.soothe.response;

/**
 * The sizes of one person's beat-by-beat model: what moves heart rate and swing without any response. Typical values are the
 * middle of the ranges of physiology basis 10.1; {@link ReferenceFit} scales them to the person. Not thread-safe.
 */
final class BeatModel {

    /** How many sizes there are. */
    static final int SIZES = 12;

    /** Time constant of the drift within minutes, s: middle of 40 to 120 s (10.1). */
    static final double TAU_S = 75;

    /** Time constant of the drift within seconds, s: for people whose heart rate is restless (fitted per person). */
    static final double FAST_TAU_S = 8;

    /** Slow walk of heart rate, bpm per 300 s: middle of 1.0 to 2.4 (10.1). */
    static final double HEART_RATE_WALK_SD_BPM = 1.7;

    /** Slow walk of ln amplitude per 300 s: middle of 0.07 to 0.17 (10.1). */
    static final double LN_SWING_WALK_SD = 0.12;

    /** Decay of the wave, per s: half width 0.0194 Hz (pole radius 0.97 at 4 Hz). */
    static final double WAVE_DAMPING_PER_S = 2 * StrictMath.PI * 0.0194;

    private static final double[] PACED = {1.6, 0.15, 0.25, 0.025, 10, 0.095, 3.5, 0, 0.23, 0.15, 0.12, -0.5};
    private static final double[] FREE = {1.6, 0.15, 0.25, 0.025, 22, 0.095, 3.5, 30, 0.23, 0.15, 0.12, -0.5};

    private final double[] size = PACED.clone();

    /** Takes the sizes of a typical person with a pacer. */
    void setPaced() {
        System.arraycopy(PACED, 0, size, 0, SIZES);
    }

    /** Takes the sizes of a typical person without a pacer; the size of the breath is a first guess. */
    void setFree(double breathMs) {
        System.arraycopy(FREE, 0, size, 0, SIZES);
        size[7] = breathMs;
    }

    void set(BeatModel other) {
        System.arraycopy(other.size, 0, size, 0, SIZES);
    }

    /** Takes another model with every size multiplied by its factor. */
    void setScaled(BeatModel other, double[] ratio) {
        for (int i = 0; i < SIZES; i++) {
            size[i] = other.size[i] * ratio[i];
        }
    }

    /** Standard deviation of the drift of heart rate within minutes. */
    double heartRateSdBpm() {
        return size[0];
    }

    /** The same of ln RSA amplitude. */
    double lnSwingSd() {
        return size[1];
    }

    /** Standard deviation of the drift of heart rate within seconds. */
    double heartRateFastSdBpm() {
        return size[2];
    }

    /** The same of ln amplitude. */
    double lnSwingFastSd() {
        return size[3];
    }

    /** Standard deviation of the 0.1-Hz wave. */
    double waveSdMs() {
        return size[4];
    }

    double waveHz() {
        return size[5];
    }

    /** White noise of single beats. */
    double beatSdMs() {
        return size[6];
    }

    /** Standard deviation of the breathing oscillator; 0 with a pacer. */
    double breathSdMs() {
        return size[7];
    }

    double breathHz() {
        return size[8];
    }

    double breathDampingPerS() {
        return size[9];
    }

    /** Noise of one reading of the log envelope of free breathing. */
    double envelopeSd() {
        return size[10];
    }

    /** Correlation of the drifts of heart rate and ln amplitude (10.1: -0.5). */
    double correlationRatio() {
        return size[11];
    }

    boolean isFree() {
        return breathSdMs() > 0;
    }
}
