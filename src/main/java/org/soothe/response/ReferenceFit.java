package org.soothe.response;

import java.util.Arrays;

/**
 * Picks the sizes of a person's model on the reference phase and leaves the tracker at its end.
 *
 * <p>Maximises log likelihood of the beats + log-normal prior over a grid of factors, one size after the other, two
 * rounds. Coarse on purpose: 300 s of beats know the sizes to about 20 %. About 60 to 120 passes over the reference
 * (about 3 ms), once per phase marker, never per beat.
 *
 * <p>Not thread-safe; owned by the analysis thread.
 */
final class ReferenceFit {
    private static final double[] DRIFT = {0.6, 0.77, 1, 1.3, 1.7};
    private static final double[] FAST = {1, 2, 3.5, 6};

    /** Factors per component of {@link BeatModel}, in its order. */
    private static final double[][] RATIO = {
        DRIFT,
        DRIFT,
        FAST,
        FAST,
        {0.45, 0.67, 1, 1.5, 2.2},
        {0.8, 0.9, 1, 1.1},
        {0.5, 0.7, 1, 1.4},
        {0.5, 0.7, 1, 1.4},
        {0.6, 0.68, 0.76, 0.84, 0.92, 1, 1.1, 1.2, 1.3, 1.4, 1.5},
        {0.5, 1, 2},
        {0.7, 1, 1.5},
        {0.7, 1}
    };

    /** SD of ln factor; spread of 10.1, for the fast drift wide enough for people unlike 10.1; infinite: no prior. */
    private static final double[] PRIOR_LN_SD = {
        0.2, 0.2, 0.5, 0.5, 0.5, 0.15, 0.4, 1, Double.POSITIVE_INFINITY, 0.5, 0.4, Double.POSITIVE_INFINITY
    };

    private static final int[] PACED_ORDER = {4, 6, 0, 1, 5, 2, 3, 11};
    private static final int[] FREE_ORDER = {8, 7, 4, 6, 9, 0, 10, 1, 5, 2, 3, 11};
    private static final int ROUNDS = 2;
    private static final double RMSSD_PER_BREATH_SD = 1.2;
    private static final double FIRST_READING_S = 10;

    private final double[] ratio = new double[RATIO.length];
    private final double[] waveformMs = new double[PhaseBeats.CAPACITY];
    private final SwingWaveform waveform;
    private final BeatTracker tracker;
    private final BeatModel typical = new BeatModel();
    private final BeatModel best = new BeatModel();
    private final BeatModel candidate = new BeatModel();
    private double lnReference;
    private double heartRateBpm;

    ReferenceFit(SwingWaveform waveform, BeatTracker tracker) {
        this.waveform = waveform;
        this.tracker = tracker;
    }

    /** Fits, then runs the tracker over the reference once more with the sizes found. */
    void fit(PhaseBeats beats, boolean paced) {
        prepareWaveform(beats, paced);
        heartRateBpm = beats.heartRateBpm();
        if (paced) {
            typical.setPaced();
        } else {
            typical.setFree(Math.max(1, beats.rmssdMs() / RMSSD_PER_BREATH_SD));
        }
        Arrays.fill(ratio, 1);
        lnReference = StrictMath.log(StrictMath.sqrt(2) * Math.max(typical.breathSdMs(), 1));
        best.set(typical);
        double bestScore = pass(beats, best);
        for (int round = 0; round < ROUNDS; round++) {
            for (int size : paced ? PACED_ORDER : FREE_ORDER) {
                if (!paced) {
                    recentre(beats, best);
                    bestScore = pass(beats, best) + logPrior();
                }
                double kept = ratio[size];
                double chosen = kept;
                for (double candidateRatio : RATIO[size]) {
                    if (candidateRatio == kept) {
                        continue;
                    }
                    ratio[size] = candidateRatio;
                    candidate.setScaled(typical, ratio);
                    double score = pass(beats, candidate) + logPrior();
                    if (score > bestScore) {
                        bestScore = score;
                        best.set(candidate);
                        chosen = candidateRatio;
                    }
                }
                ratio[size] = chosen;
            }
        }
        if (!paced) {
            recentre(beats, best);
        }
        pass(beats, best);
    }

    private void prepareWaveform(PhaseBeats beats, boolean paced) {
        waveform.clear();
        if (paced) {
            waveform.fit(beats);
        }
        for (int i = 0; i < beats.size(); i++) {
            waveformMs[i] = paced ? waveform.atMs(beats.phaseTurns(i)) : 0;
        }
    }

    private void recentre(PhaseBeats beats, BeatModel model) {
        pass(beats, model);
        double mean = tracker.meanLnEnvelope();
        if (!Double.isNaN(mean)) {
            lnReference = mean;
        }
    }

    private double pass(PhaseBeats beats, BeatModel model) {
        tracker.start(model, heartRateBpm, beats.timeS(0), beats.startS() + FIRST_READING_S, lnReference);
        for (int i = 1; i < beats.size(); i++) {
            tracker.beat(beats.timeS(i), beats.nnMs(i), waveformMs[i], null, 0);
        }
        return tracker.filter().logLikelihood();
    }

    private double logPrior() {
        double sum = 0;
        for (int i = 0; i < ratio.length; i++) {
            double z = StrictMath.log(ratio[i]) / PRIOR_LN_SD[i];
            sum -= z * z / 2;
        }
        return sum;
    }
}
