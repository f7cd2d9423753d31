package org.soothe.response;

import java.util.Arrays;
import org.soothe.hrv.UnitCircle;

/**
 * Extended Kalman filter on single beats under "no response" [1].
 *
 * <p>RR = 60000/H + exp(L) (w(phi) cos x8 + w'(phi) sin x8) + u + noise, ms, with H = x0+x1+x4 bpm, L = x2+x3+x5, u = x6
 * the 0.1-Hz wave, w the reference swing, w' the same a quarter of a turn later and x8 the lag behind the pacer. In free
 * breathing RR = 60000/H + u + x8 + noise, x8 the breath, and the swing L is read from its log envelope.
 *
 * <ul>
 *   <li>0, 2: drift within minutes (Ornstein-Uhlenbeck) of heart rate and ln swing; 4, 5: within seconds
 *   <li>1, 3: walk, with the level; 6-7 wave and 8-9 breath: damped rotations
 *   <li>8 with a pacer: lag behind it, rad, a walk; without it beats placed one interval too early, as after a lost packet
 *       that nothing has shown yet, would look like a smaller swing
 *   <li>an innovation beyond 3 SD counts as a noisier beat (Huber), so no single beat decides
 * </ul>
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing after construction.
 *
 * <p>[1] Kalman 1960, A new approach to linear filtering and prediction problems, J. Basic Eng. 82:35-45,
 * doi:10.1115/1.3662552.
 */
final class BeatKalman {
    static final int N = 10;
    private static final int PACED_N = 9;

    private static final double WALK_S = 300;
    private static final double OUTLIER_VARIANCES = 9;
    private static final double START_HEART_RATE_VARIANCE_BPM2 = 25;
    /** How far the heart may come to lag behind the pacer in 300 s (SD 0.3 rad), or its beats be placed too early after a lost packet. */
    private static final double START_LAG_VARIANCE_RAD2 = 0.01;

    private static final double LAG_WALK_VARIANCE_RAD2 = 0.09;
    private static final double START_LN_SWING_VARIANCE = 0.04;

    private final double[] state = new double[N];
    private final double[] covariance = new double[N * N];
    private final double[] gain = new double[N];
    private final double[] slope = new double[N];
    private final double[] cross = new double[N];
    private BeatModel model = new BeatModel();
    private DriftLaw law = DriftLaw.ALL.get(0);
    private int used = N;
    private double keep;
    private double keepFast;
    private double waveCos;
    private double waveSin;
    private double breathCos;
    private double breathSin;
    private double innovation;
    private double variance;
    private double logLikelihood;

    /** Begins at the stationary state of the model around a heart rate. */
    void start(BeatModel newModel, DriftLaw newLaw, double heartRateBpm) {
        model = newModel;
        law = newLaw;
        used = model.isFree() ? N : PACED_N;
        Arrays.fill(state, 0);
        Arrays.fill(covariance, 0);
        state[1] = heartRateBpm;
        addPair(0, 2, square(law.heartRateSdBpm()), square(law.lnSwingSd()));
        addPair(4, 5, square(law.heartRateFastSdBpm()), square(law.lnSwingFastSd()));
        covariance[N + 1] = START_HEART_RATE_VARIANCE_BPM2;
        covariance[3 * N + 3] = START_LN_SWING_VARIANCE;
        addEqual(6, square(model.waveSdMs()));
        if (model.isFree()) {
            addEqual(8, square(model.breathSdMs()));
        } else {
            covariance[8 * N + 8] = START_LAG_VARIANCE_RAD2;
        }
        logLikelihood = 0;
    }

    private static double square(double value) {
        return value * value;
    }

    /** Correlated variance of a heart-rate state and an ln-swing state. */
    private void addPair(int h, int l, double varianceH, double varianceL) {
        double c = law.correlationRatio() * StrictMath.sqrt(varianceH * varianceL);
        covariance[h * N + h] += varianceH;
        covariance[l * N + l] += varianceL;
        covariance[h * N + l] += c;
        covariance[l * N + h] += c;
    }

    private void addEqual(int at, double value) {
        covariance[at * N + at] += value;
        covariance[(at + 1) * N + at + 1] += value;
    }

    /** Goes on by {@code dtS} seconds. */
    void predict(double dtS) {
        keep = StrictMath.exp(-dtS / DriftLaw.TAU_S);
        keepFast = StrictMath.exp(-dtS / DriftLaw.FAST_TAU_S);
        double waveKeep = StrictMath.exp(-BeatModel.WAVE_DAMPING_PER_S * dtS);
        double turns = model.waveHz() * dtS;
        waveCos = waveKeep * UnitCircle.cos(turns);
        waveSin = waveKeep * UnitCircle.sin(turns);
        double breathKeep = 0;
        if (model.isFree()) {
            breathKeep = StrictMath.exp(-model.breathDampingPerS() * dtS);
            turns = model.breathHz() * dtS;
            breathCos = breathKeep * UnitCircle.cos(turns);
            breathSin = breathKeep * UnitCircle.sin(turns);
        }
        transition(state, 0);
        for (int row = 0; row < used; row++) {
            transition(covariance, row * N);
        }
        transitionColumns();
        double grow = 1 - keep * keep;
        addPair(0, 2, grow * square(law.heartRateSdBpm()), grow * square(law.lnSwingSd()));
        grow = 1 - keepFast * keepFast;
        addPair(4, 5, grow * square(law.heartRateFastSdBpm()), grow * square(law.lnSwingFastSd()));
        grow = dtS / WALK_S;
        addPair(1, 3, grow * square(law.heartRateWalkSdBpm()), grow * square(law.lnSwingWalkSd()));
        addEqual(6, square(model.waveSdMs()) * (1 - waveKeep * waveKeep));
        if (model.isFree()) {
            addEqual(8, square(model.breathSdMs()) * (1 - breathKeep * breathKeep));
        } else {
            covariance[8 * N + 8] += grow * LAG_WALK_VARIANCE_RAD2;
        }
    }

    /** The transition of the last prediction, in place on N numbers. */
    void transition(double[] v, int at) {
        v[at] *= keep;
        v[at + 2] *= keep;
        v[at + 4] *= keepFast;
        v[at + 5] *= keepFast;
        rotate(v, at + 6, at + 7, waveCos, waveSin);
        if (used == N) {
            rotate(v, at + 8, at + 9, breathCos, breathSin);
        }
    }

    private static void rotate(double[] v, int i, int j, double cos, double sin) {
        double a = v[i];
        double b = v[j];
        v[i] = cos * a + sin * b;
        v[j] = cos * b - sin * a;
    }

    private void transitionColumns() {
        double[] p = covariance;
        for (int j = 0; j < used; j++) {
            p[j] *= keep;
            p[2 * N + j] *= keep;
            p[4 * N + j] *= keepFast;
            p[5 * N + j] *= keepFast;
            rotate(p, 6 * N + j, 7 * N + j, waveCos, waveSin);
            if (used == N) {
                rotate(p, 8 * N + j, 9 * N + j, breathCos, breathSin);
            }
        }
    }

    /** One accepted interval; {@code waveformMs} is the reference swing at the pacer phase, 0 in free breathing. */
    void updateBeat(double rrMs, double waveformMs, double quarterMs) {
        double heartRateBpm = heartRateBpm();
        double perBpm = -60_000 / square(heartRateBpm);
        double predictedMs = 60_000 / heartRateBpm + state[6];
        if (model.isFree()) {
            setSlope(perBpm, 0, 1, 1);
            predictedMs += state[8];
        } else {
            double factor = StrictMath.exp(lnSwing());
            double cos = StrictMath.cos(state[8]);
            double sin = StrictMath.sin(state[8]);
            double swingMs = factor * (cos * waveformMs + sin * quarterMs);
            setSlope(perBpm, swingMs, 1, factor * (cos * quarterMs - sin * waveformMs));
            predictedMs += swingMs;
        }
        update(rrMs - predictedMs, square(model.beatSdMs()));
    }

    /** One reading of the log envelope of free breathing against the reference. */
    void updateEnvelope(double lnEnvelope) {
        setSlope(0, 1, 0, 0);
        update(lnEnvelope - lnSwing(), square(model.envelopeSd()));
    }

    private void setSlope(double heartRate, double lnSwing, double wave, double breath) {
        slope[0] = heartRate;
        slope[1] = heartRate;
        slope[4] = heartRate;
        slope[2] = lnSwing;
        slope[3] = lnSwing;
        slope[5] = lnSwing;
        slope[6] = wave;
        slope[8] = breath;
    }

    private void update(double difference, double noiseVariance) {
        double s = noiseVariance;
        for (int i = 0; i < used; i++) {
            double v = 0;
            for (int j = 0; j < used; j++) {
                v += covariance[i * N + j] * slope[j];
            }
            cross[i] = v;
        }
        for (int i = 0; i < used; i++) {
            s += slope[i] * cross[i];
        }
        s = Math.max(s, difference * difference / OUTLIER_VARIANCES);
        innovation = difference;
        variance = s;
        for (int i = 0; i < used; i++) {
            gain[i] = cross[i] / s;
            state[i] += gain[i] * difference;
        }
        for (int i = 0; i < used; i++) {
            for (int j = 0; j < used; j++) {
                covariance[i * N + j] -= gain[i] * cross[j];
            }
        }
        logLikelihood -= 0.5 * (StrictMath.log(s) + difference * difference / s);
    }

    double heartRateBpm() {
        return state[0] + state[1] + state[4];
    }

    double lnSwing() {
        return state[2] + state[3] + state[5];
    }

    /** Energy of the breathing oscillator now, ms^2. */
    double breathEnergyMs2() {
        return square(state[8]) + square(state[9]);
    }

    /** Energy of the 0.1-Hz wave now, ms^2. */
    double waveEnergyMs2() {
        return square(state[6]) + square(state[7]);
    }

    double innovation() {
        return innovation;
    }

    double variance() {
        return variance;
    }

    /** Derivative of the last measurement to heart rate. */
    double slopeHeartRate() {
        return slope[0];
    }

    /** Derivative of the last measurement to ln swing. */
    double slopeLnSwing() {
        return slope[2];
    }

    double slope(int i) {
        return slope[i];
    }

    double gain(int i) {
        return gain[i];
    }

    /** How many states are in use. */
    int used() {
        return used;
    }

    double logLikelihood() {
        return logLikelihood;
    }
}
