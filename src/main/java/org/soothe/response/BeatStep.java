package org.soothe.response;

import java.util.Arrays;
import org.soothe.hrv.UnitCircle;

/**
 * How the states of {@link BeatKalman} fade and turn from one beat to the next. It depends on the time between them and on
 * the person's wave and breath, not on the law of drift, so all laws share one.
 *
 * <p>Not thread-safe; overwritten at each beat.
 */
final class BeatStep {
    private static final double WALK_S = 300;

    /** The first states fade, the others turn. */
    static final int FADING = 6;

    /** Whether there is a breath that turns; with a pacer its place holds the lag, which stays. */
    boolean breathes;

    /** What each covariance of two states fades to, by row and column. */
    final double[] fading = new double[BeatKalman.N * BeatKalman.N];

    private final double[] factor = new double[FADING];
    double keep;
    double keepFast;
    double waveCos;
    double waveSin;
    double breathCos;
    double breathSin;

    /** Shares of the stationary variance that come anew. */
    double renewed;

    double renewedFast;
    double renewedWave;
    double renewedBreath;

    /** Time as a share of the 300 s that the sizes of walks are for. */
    double walked;

    BeatStep() {
        Arrays.fill(fading, 1);
        Arrays.fill(factor, 1);
    }

    /** Sets the step over {@code dtS} seconds. */
    void set(BeatModel model, double dtS) {
        keep = StrictMath.exp(-dtS / DriftLaw.TAU_S);
        keepFast = StrictMath.exp(-dtS / DriftLaw.FAST_TAU_S);
        double waveKeep = StrictMath.exp(-BeatModel.WAVE_DAMPING_PER_S * dtS);
        double turns = model.waveHz() * dtS;
        waveCos = waveKeep * UnitCircle.cos(turns);
        waveSin = waveKeep * UnitCircle.sin(turns);
        double breathKeep = 1;
        breathes = model.isFree();
        if (breathes) {
            breathKeep = StrictMath.exp(-model.breathDampingPerS() * dtS);
            turns = model.breathHz() * dtS;
            breathCos = breathKeep * UnitCircle.cos(turns);
            breathSin = breathKeep * UnitCircle.sin(turns);
        }
        renewed = 1 - keep * keep;
        renewedFast = 1 - keepFast * keepFast;
        renewedWave = 1 - waveKeep * waveKeep;
        renewedBreath = 1 - breathKeep * breathKeep;
        walked = dtS / WALK_S;
        fadeAll();
    }

    private void fadeAll() {
        factor[0] = keep;
        factor[2] = keep;
        factor[4] = keepFast;
        factor[5] = keepFast;
        int n = BeatKalman.N;
        for (int i = 0; i < FADING; i++) {
            for (int j = 0; j < FADING; j++) {
                fading[i * n + j] = factor[i] * factor[j];
            }
            for (int j = FADING; j < n; j++) {
                fading[i * n + j] = factor[i];
            }
        }
    }

    /** The fading states of N numbers from {@code at}, in place. */
    void fade(double[] v, int at) {
        v[at] *= keep;
        v[at + 2] *= keep;
        v[at + 4] *= keepFast;
        v[at + 5] *= keepFast;
    }

    /** The turning states of N numbers, {@code stride} apart, in place. */
    void turn(double[] v, int at, int stride) {
        double a = v[at + 6 * stride];
        double b = v[at + 7 * stride];
        v[at + 6 * stride] = waveCos * a + waveSin * b;
        v[at + 7 * stride] = waveCos * b - waveSin * a;
        if (!breathes) {
            return;
        }
        a = v[at + 8 * stride];
        b = v[at + 9 * stride];
        v[at + 8 * stride] = breathCos * a + breathSin * b;
        v[at + 9 * stride] = breathCos * b - breathSin * a;
    }
}
