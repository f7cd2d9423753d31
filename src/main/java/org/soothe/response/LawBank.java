package org.soothe.response;

/**
 * The same beats under every {@link DriftLaw} at once. A law counts by its prior times the likelihood of all beats so
 * far, of the reference and of the phase, so that a restless person is judged by a restless law and nobody by one pick.
 *
 * <p>Class ratio R_k = sum over laws of weight_j R_kj, weight_j = prior_j L_j / sum prior_i L_i, L the likelihood without
 * a response: the exact ratio of class k against no response under the mixture of laws.
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing after construction.
 */
final class LawBank {
    private static final int LAWS = DriftLaw.ALL.size();

    /** A law this unlikely is left out, which saves its time. */
    private static final double LEAST_WEIGHT = 1e-9;

    private final BeatTracker[] trackers = new BeatTracker[LAWS];
    private final OnsetBank[] onsets = new OnsetBank[LAWS];
    private final double[] weight = new double[LAWS];
    private final BeatStep step = new BeatStep();
    private BeatModel model = new BeatModel();
    private double markerS;

    LawBank() {
        for (int i = 0; i < LAWS; i++) {
            trackers[i] = new BeatTracker();
            onsets[i] = new OnsetBank();
        }
    }

    /** Starts at the end of the reference, with the sizes found there. */
    void start(ReferenceFit fit, BeatModel fitted, double phaseMarkerS) {
        model = fitted;
        markerS = phaseMarkerS;
        for (int i = 0; i < LAWS; i++) {
            fit.run(trackers[i], model, DriftLaw.ALL.get(i));
            onsets[i].reset();
        }
    }

    /** A beat of the phase; NaN interval: time only. */
    void beat(double timeS, double nnMs, double waveformMs, double quarterMs) {
        step.set(model, timeS - trackers[0].lastS());
        for (int i = 0; i < LAWS; i++) {
            trackers[i].beat(step, timeS, nnMs, waveformMs, quarterMs, onsets[i], markerS);
        }
    }

    /** Weighs the laws by all beats so far; before {@link #ratio} and {@link #heartRateBpm}. */
    void weigh() {
        double most = Double.NEGATIVE_INFINITY;
        for (BeatTracker tracker : trackers) {
            most = Math.max(most, tracker.filter().logLikelihood());
        }
        double sum = 0;
        for (int i = 0; i < LAWS; i++) {
            double likelihood = StrictMath.exp(trackers[i].filter().logLikelihood() - most);
            weight[i] = DriftLaw.ALL.get(i).priorRatio() * likelihood;
            sum += weight[i];
        }
        for (int i = 0; i < LAWS; i++) {
            weight[i] /= sum;
        }
    }

    /** Likelihood ratio of a class against no response. */
    double ratio(ResponseSizes sizes) {
        double sum = 0;
        for (int i = 0; i < LAWS; i++) {
            if (weight[i] > LEAST_WEIGHT) {
                sum += weight[i] * onsets[i].ratio(sizes);
            }
        }
        return sum;
    }

    /** Heart rate now with the wave, the breath and the noise taken away, bpm. */
    double heartRateBpm() {
        double sum = 0;
        for (int i = 0; i < LAWS; i++) {
            sum += weight[i] * trackers[i].filter().heartRateBpm();
        }
        return sum;
    }
}
