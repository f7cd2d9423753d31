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

    /** A law needs this share of the likeliest law's weight at the end of the reference, else it is left out of the phase. */
    private static final double LEAST_WEIGHT_RATIO = 0.02;

    /** No more laws than these, the likeliest, are followed through a phase. */
    private static final int MOST_LAWS = 4;

    private final BeatTracker[] trackers = new BeatTracker[LAWS];
    private final OnsetBank[] onsets = new OnsetBank[LAWS];
    private final double[] weight = new double[LAWS];

    /** Places of the laws that count, as many as {@link #counting}. */
    private final int[] counted = new int[LAWS];

    private final BeatStep step = new BeatStep();
    private BeatModel model = new BeatModel();
    private int counting;
    private double markerS;
    private double lastS;

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
        lastS = fit.endS();
        for (int i = 0; i < LAWS; i++) {
            fit.run(trackers[i], model, DriftLaw.ALL.get(i));
            onsets[i].reset();
        }
        counting = LAWS;
        for (int i = 0; i < LAWS; i++) {
            counted[i] = i;
        }
        weigh();
        leaveOut();
    }

    /** Laws that the reference speaks against cost as much as the others and change nothing. */
    private void leaveOut() {
        double most = 0;
        for (double share : weight) {
            most = Math.max(most, share);
        }
        counting = 0;
        for (int i = 0; i < LAWS; i++) {
            if (likelier(i) < MOST_LAWS && !(weight[i] < LEAST_WEIGHT_RATIO * most)) {
                counted[counting++] = i;
            }
        }
    }

    /** How many laws come before this one: likelier, or as likely and earlier. */
    private int likelier(int law) {
        int before = 0;
        for (int i = 0; i < LAWS; i++) {
            before += weight[i] > weight[law] || (weight[i] == weight[law] && i < law) ? 1 : 0;
        }
        return before;
    }

    /** A beat of the phase; NaN interval: time only. */
    void beat(double timeS, double nnMs, double waveformMs, double quarterMs) {
        step.set(model, timeS - lastS);
        lastS = timeS;
        for (int c = 0; c < counting; c++) {
            int i = counted[c];
            trackers[i].beat(step, timeS, nnMs, waveformMs, quarterMs, onsets[i], markerS);
        }
    }

    /** Weighs the laws by all beats so far; before {@link #ratio} and {@link #heartRateBpm}. */
    void weigh() {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < counting; c++) {
            most = Math.max(most, trackers[counted[c]].filter().logLikelihood());
        }
        double sum = 0;
        for (int c = 0; c < counting; c++) {
            int i = counted[c];
            double likelihood = StrictMath.exp(trackers[i].filter().logLikelihood() - most);
            weight[i] = DriftLaw.ALL.get(i).priorRatio() * likelihood;
            sum += weight[i];
        }
        for (int c = 0; c < counting; c++) {
            weight[counted[c]] /= sum;
        }
    }

    /** Likelihood ratio of a class against no response. */
    double ratio(ResponseSizes sizes) {
        double sum = 0;
        for (int c = 0; c < counting; c++) {
            int i = counted[c];
            sum += weight[i] * onsets[i].ratio(sizes);
        }
        return sum;
    }

    /** Heart rate now with the wave, the breath and the noise taken away, bpm. */
    double heartRateBpm() {
        double sum = 0;
        for (int c = 0; c < counting; c++) {
            int i = counted[c];
            sum += weight[i] * trackers[i].filter().heartRateBpm();
        }
        return sum;
    }
}
