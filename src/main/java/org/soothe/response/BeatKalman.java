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

    private static final double OUTLIER_VARIANCES = 9;
    private static final double START_HEART_RATE_VARIANCE_BPM2 = 25;
    /** How far the heart may come to lag behind the pacer in 300 s (SD 0.3 rad), or its beats be placed too early after a lost packet. */
    private static final double START_LAG_VARIANCE_RAD2 = 0.01;

    private static final double LAG_WALK_VARIANCE_RAD2 = 0.09;
    private static final double START_LN_SWING_VARIANCE = 0.04;

    /** No swing grows or shrinks by more than e^50. */
    private static final double MOST_LN_SWING = 50;

    /** Variances are multiplied until then, which spares most logarithms. */
    private static final double MOST_PRODUCT = 1e100;

    private final double[] covariance = new double[N * N];

    private final double[] state = new double[N];
    private final double[] gain = new double[N];
    private final double[] slope = new double[N];
    private final double[] cross = new double[N];
    private BeatModel model = new BeatModel();
    private DriftLaw law = DriftLaw.ALL.get(0);
    private double innovation;
    private double variance;
    private double sumLnVariance;
    private double varianceProduct;
    private double sumSurprise;

    /** Begins at the stationary state of the model around a heart rate. */
    void start(BeatModel newModel, DriftLaw newLaw, double heartRateBpm) {
        model = newModel;
        law = newLaw;
        Arrays.fill(state, 0);
        Arrays.fill(covariance, 0);
        state[1] = heartRateBpm;
        addPair(0, 2, 1, law.heartRateSdBpm(), law.lnSwingSd());
        addPair(4, 5, 1, law.heartRateFastSdBpm(), law.lnSwingFastSd());
        covariance[N + 1] = START_HEART_RATE_VARIANCE_BPM2;
        covariance[3 * N + 3] = START_LN_SWING_VARIANCE;
        addEqual(6, square(model.waveSdMs()));
        if (model.isFree()) {
            addEqual(8, square(model.breathSdMs()));
        } else {
            covariance[8 * N + 8] = START_LAG_VARIANCE_RAD2;
        }
        sumLnVariance = 0;
        varianceProduct = 1;
        sumSurprise = 0;
    }

    private static double square(double value) {
        return value * value;
    }

    /** A share of the variance of a heart-rate state and of an ln-swing state, correlated. */
    private void addPair(int h, int l, double share, double sdH, double sdL) {
        double both = share * law.correlationRatio() * sdH * sdL;
        covariance[h * N + h] += share * sdH * sdH;
        covariance[l * N + l] += share * sdL * sdL;
        covariance[h * N + l] += both;
        covariance[l * N + h] += both;
    }

    private void addEqual(int at, double value) {
        covariance[at * N + at] += value;
        covariance[(at + 1) * N + at + 1] += value;
    }

    /** Goes on by one step. */
    void predict(BeatStep step) {
        step.fade(state, 0);
        step.turn(state, 0, 1);
        predictCovariance(step);
        addPair(0, 2, step.renewed, law.heartRateSdBpm(), law.lnSwingSd());
        addPair(4, 5, step.renewedFast, law.heartRateFastSdBpm(), law.lnSwingFastSd());
        addPair(1, 3, step.walked, law.heartRateWalkSdBpm(), law.lnSwingWalkSd());
        addEqual(6, square(model.waveSdMs()) * step.renewedWave);
        addEqual(8, square(model.breathSdMs()) * step.renewedBreath);
        if (!model.isFree()) {
            covariance[8 * N + 8] += step.walked * LAG_WALK_VARIANCE_RAD2;
        }
    }

    /** Covariance P becomes F P F', F the step: all that fades at once, then the turning columns, their rows, and both. */
    private void predictCovariance(BeatStep step) {
        double[] p = covariance;
        double[] fading = step.fading;
        for (int k = 0; k < N * N; k++) {
            p[k] *= fading[k];
        }
        for (int i = 0; i < BeatStep.FADING; i++) {
            step.turn(p, i * N, 1);
            p[6 * N + i] = p[i * N + 6];
            p[7 * N + i] = p[i * N + 7];
            p[8 * N + i] = p[i * N + 8];
            p[9 * N + i] = p[i * N + 9];
        }
        for (int i = BeatStep.FADING; i < N; i++) {
            step.turn(p, i * N, 1);
        }
        for (int column = BeatStep.FADING; column < N; column++) {
            step.turn(p, column, N);
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
            double ratio = QuickExp.of(Math.min(MOST_LN_SWING, Math.max(-MOST_LN_SWING, lnSwing())));
            double cos = UnitCircle.cos(state[8] / (2 * Math.PI));
            double sin = UnitCircle.sin(state[8] / (2 * Math.PI));
            double swingMs = ratio * (cos * waveformMs + sin * quarterMs);
            setSlope(perBpm, swingMs, 1, ratio * (cos * quarterMs - sin * waveformMs));
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
        double[] p = covariance;
        double h = slope[0];
        double l = slope[2];
        double w = slope[6];
        double b = slope[8];
        double s = noiseVariance;
        for (int i = 0; i < N; i++) {
            int at = i * N;
            double v = h * (p[at] + p[at + 1] + p[at + 4])
                    + l * (p[at + 2] + p[at + 3] + p[at + 5])
                    + w * p[at + 6]
                    + b * p[at + 8];
            cross[i] = v;
            s += slope[i] * v;
        }
        s = Math.max(s, difference * difference / OUTLIER_VARIANCES);
        innovation = difference;
        variance = s;
        double perVariance = 1 / s;
        for (int i = 0; i < N; i++) {
            double k = cross[i] * perVariance;
            gain[i] = k;
            state[i] += k * difference;
            for (int j = 0; j < N; j++) {
                p[i * N + j] -= k * cross[j];
            }
        }
        sumSurprise += difference * difference / s;
        varianceProduct *= s;
        if (varianceProduct > MOST_PRODUCT || varianceProduct < 1 / MOST_PRODUCT) {
            sumLnVariance += StrictMath.log(varianceProduct);
            varianceProduct = 1;
        }
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

    double logLikelihood() {
        return -0.5 * (sumLnVariance + StrictMath.log(varianceProduct) + sumSurprise);
    }
}
