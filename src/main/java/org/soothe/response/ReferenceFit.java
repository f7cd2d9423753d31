package org.soothe.response;

import java.util.Arrays;

/**
 * Picks the sizes of a person's wave, breath and noise on the reference phase.
 *
 * <p>Maximises log likelihood of the beats + log-normal prior over a grid of factors, one size after the other, two
 * rounds; the law of the drift is one of the sizes, but only the {@link LawBank} decides about it. Coarse on purpose:
 * 300 s of beats know the sizes to about 20 %. Some 35 passes with a pacer and 100 without over the reference, once per phase marker, never
 * per beat.
 *
 * <p>Not thread-safe; owned by the analysis thread.
 */
final class ReferenceFit {
    /** Factors per component of {@link BeatModel}, in its places. */
    private static final double[][] RATIO = {
        {0.45, 0.67, 1, 1.5, 2.2},
        {0.8, 0.9, 1, 1.1},
        {0.5, 0.7, 1, 1.4},
        {0.5, 0.7, 1, 1.4},
        {0.6, 0.68, 0.76, 0.84, 0.92, 1, 1.1, 1.2, 1.3, 1.4, 1.5},
        {0.5, 1, 2},
        {0.7, 1, 1.5}
    };

    /** SD of ln factor; spread of 10.1; infinite: no prior. */
    private static final double[] PRIOR_LN_SD = {0.5, 0.15, 0.4, 1, Double.POSITIVE_INFINITY, 0.5, 0.4};

    /** In place of a size: the law of the drift. */
    private static final int LAW = -1;

    private static final int[] PACED_ORDER = {BeatModel.WAVE_SD_MS, BeatModel.BEAT_SD_MS, LAW, BeatModel.WAVE_HZ};
    private static final int[] FREE_ORDER = {
        BeatModel.BREATH_HZ,
        BeatModel.BREATH_SD_MS,
        BeatModel.WAVE_SD_MS,
        BeatModel.BEAT_SD_MS,
        LAW,
        BeatModel.BREATH_DAMPING_PER_S,
        BeatModel.ENVELOPE_SD,
        BeatModel.WAVE_HZ
    };
    private static final int ROUNDS = 2;
    private static final double RMSSD_PER_BREATH_SD = 1.2;
    private static final double FIRST_READING_S = 10;

    private final double[] ratio = new double[BeatModel.SIZES];
    private final double[] waveformMs = new double[PhaseBeats.CAPACITY];
    private final double[] quarterMs = new double[PhaseBeats.CAPACITY];
    private final BeatTracker trial = new BeatTracker();
    private final SwingWaveform waveform;
    private final PhaseBeats beats;
    private final BeatModel typical = new BeatModel();
    private final BeatModel scaled = new BeatModel();
    private DriftLaw law = DriftLaw.ALL.get(DriftLaw.USUAL);
    private double bestScore;
    private double lnReference;
    private double heartRateBpm;

    ReferenceFit(SwingWaveform waveform, PhaseBeats beats) {
        this.waveform = waveform;
        this.beats = beats;
    }

    /** The sizes that fit best; overwritten by the next fit. */
    BeatModel fit(boolean paced) {
        prepareWaveform(paced);
        heartRateBpm = beats.heartRateBpm();
        if (paced) {
            typical.setPaced();
        } else {
            typical.setFree(beats.rmssdMs() / RMSSD_PER_BREATH_SD);
        }
        Arrays.fill(ratio, 1);
        law = DriftLaw.ALL.get(DriftLaw.USUAL);
        lnReference = StrictMath.log(StrictMath.sqrt(2) * Math.max(typical.breathSdMs(), 1));
        bestScore = score();
        for (int round = 0; round < ROUNDS; round++) {
            for (int size : paced ? PACED_ORDER : FREE_ORDER) {
                if (!paced) {
                    recentre();
                    bestScore = score();
                }
                if (size == LAW) {
                    chooseLaw();
                } else {
                    chooseSize(size);
                }
            }
        }
        if (!paced) {
            recentre();
        }
        scaled.setScaled(typical, ratio);
        return scaled;
    }

    private void chooseSize(int size) {
        double chosen = ratio[size];
        double kept = chosen;
        for (double candidate : RATIO[size]) {
            if (candidate == kept) {
                continue;
            }
            ratio[size] = candidate;
            double score = score();
            if (score > bestScore) {
                bestScore = score;
                chosen = candidate;
            }
        }
        ratio[size] = chosen;
    }

    private void chooseLaw() {
        DriftLaw chosen = law;
        DriftLaw kept = law;
        for (int i = 0; i < DriftLaw.ALL.size(); i++) {
            law = DriftLaw.ALL.get(i);
            if (law.equals(kept)) {
                continue;
            }
            double score = score();
            if (score > bestScore) {
                bestScore = score;
                chosen = law;
            }
        }
        law = chosen;
    }

    private void prepareWaveform(boolean paced) {
        waveform.clear();
        if (paced) {
            waveform.fit(beats);
        }
        for (int i = 0; i < beats.size(); i++) {
            waveformMs[i] = paced ? waveform.atMs(beats.phaseTurns(i)) : 0;
            quarterMs[i] = paced ? waveform.quarterMs(beats.phaseTurns(i)) : 0;
        }
    }

    private void recentre() {
        scaled.setScaled(typical, ratio);
        run(trial, scaled, law);
        double mean = trial.meanLnEnvelope();
        if (!Double.isNaN(mean)) {
            lnReference = mean;
        }
    }

    private double score() {
        scaled.setScaled(typical, ratio);
        run(trial, scaled, law);
        return trial.filter().logLikelihood() + logPrior();
    }

    PhaseBeats beats() {
        return beats;
    }

    /** Time of the last beat of the reference. */
    double endS() {
        return beats.timeS(beats.size() - 1);
    }

    /** Puts a tracker at the first beat of the reference. */
    void begin(BeatTracker tracker, BeatModel model, DriftLaw drift) {
        tracker.start(model, drift, heartRateBpm, beats.timeS(0), beats.startS() + FIRST_READING_S, lnReference);
    }

    /** Hands a tracker one beat of the reference. */
    void read(BeatTracker tracker, int i) {
        tracker.beat(beats.timeS(i), beats.nnMs(i), waveformMs[i], quarterMs[i]);
    }

    /** Runs a tracker over the reference from its beginning and leaves it at its end. */
    void run(BeatTracker over, BeatModel model, DriftLaw drift) {
        begin(over, model, drift);
        for (int i = 1; i < beats.size(); i++) {
            read(over, i);
        }
    }

    private double logPrior() {
        double sum = StrictMath.log(law.priorRatio());
        for (int i = 0; i < BeatModel.SIZES; i++) {
            double z = StrictMath.log(ratio[i]) / PRIOR_LN_SD[i];
            sum -= z * z / 2;
        }
        return sum;
    }
}
