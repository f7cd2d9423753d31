package org.soothe.response;

import java.util.Arrays;
import org.soothe.response.Detector.Course;

/**
 * Soothing, threat, other activation or no clear change, as a likelihood ratio against the person's own drift.
 *
 * <p>The class ratios R_k come from {@link LawBank}. Scores: threat ln R_T - ln(1 + c R_X + R_S + v R_V), soothing
 * ln R_S - ln(1 + b R_X + R_T), other ln R_X - ln(1 + R_T + R_S), c and b the prices on drive, v that on a swing that falls
 * alone. A state is entered after two ticks (threat: three) above its threshold, left after three below the leave threshold.
 * Beats come in order; corrected or missing intervals as NaN.
 *
 * <p>Not thread-safe; owned by the analysis thread. Allocates nothing per beat or tick.
 */
final class DriftAwareDetector {
    /**
     * Thresholds on the scores, dimensionless (ln of likelihood ratios); where they come from says decision 0056.
     *
     * @param lnThreat enter threat
     * @param lnSoothing enter soothing
     * @param lnOther enter other activation
     * @param lnLeave leave any
     * @param drivePriceRatio price on drive in the threat score
     * @param soothingDrivePriceRatio price on drive in the soothing score
     * @param swingPriceRatio price in the threat score on a swing that fell while heart rate stayed
     * @param soothingMaxRiseBpm soothing only while heart rate is at most this above the reference (10.2: never with
     *     zH above 0.5)
     * @param threatMinRiseBpm threat only while heart rate is at least this above the reference
     */
    record Thresholds(
            double lnThreat,
            double lnSoothing,
            double lnOther,
            double lnLeave,
            double drivePriceRatio,
            double soothingDrivePriceRatio,
            double swingPriceRatio,
            double soothingMaxRiseBpm,
            double threatMinRiseBpm) {}

    /** With a pacer. */
    static final Thresholds PACED = new Thresholds(1.66, 2.02, 0.7, 0, 0.33, 0.3, 0, 1.0, 0);

    /** Without a pacer. */
    static final Thresholds FREE = new Thresholds(1.37, 1.82, 0.7, 0, 0.11, 0.3, 0.05, 1.0, 0);

    private static final int ENTER_TICKS = 2;
    private static final int THREAT_TICKS = 3;
    private static final int LEAVE_TICKS = 3;
    private static final double FIRST_DECISION_S = 60;
    private static final double[] PRIOR = {0.55, 0.20, 0.15, 0.10};
    private static final Course[] COURSES = Course.values();
    private static final int MIN_REFERENCE_BEATS = 60;

    private final Thresholds pacedThresholds;
    private final Thresholds freeThresholds;
    private final PhaseBeats reference = new PhaseBeats();
    private final SwingWaveform waveform = new SwingWaveform();
    private final ReferenceFit fit = new ReferenceFit(waveform, reference);
    private final LawBank bank = new LawBank();
    private final BeatWatch watch = new BeatWatch();
    private final double[] score = new double[COURSES.length];
    private final double[] ratio = new double[COURSES.length];
    private final int[] above = new int[COURSES.length];
    private int below;
    private Thresholds thresholds;
    private Course verdict = Course.NEUTRAL;
    private BeatModel model = new BeatModel();
    private double markerS;
    private double referenceHeartRateBpm = Double.NaN;
    private boolean running;

    DriftAwareDetector(Thresholds paced, Thresholds free) {
        pacedThresholds = paced;
        freeThresholds = free;
        thresholds = paced;
        Arrays.fill(ratio, 1);
    }

    /** With the thresholds of the product. */
    static DriftAwareDetector standard() {
        return new DriftAwareDetector(PACED, FREE);
    }

    /** A reference phase begins. */
    void startReference(double timeS) {
        reference.start(timeS);
        running = false;
        forget();
    }

    /** A beat of the reference phase. */
    void referenceBeat(double timeS, double nnMs, double pacerTurns) {
        reference.add(timeS, nnMs, pacerTurns);
    }

    /**
     * The imagery phase begins right after its matching reference; false if the reference is too short. The fit takes some
     * 4 to 17 ms and allocates nothing.
     */
    boolean startPhase(double phaseMarkerS, boolean paced) {
        if (reference.size() < MIN_REFERENCE_BEATS) {
            return false;
        }
        model = fit.fit(paced);
        thresholds = paced ? pacedThresholds : freeThresholds;
        referenceHeartRateBpm = reference.heartRateBpm();
        running = true;
        watch.start(fit, model);
        restart(phaseMarkerS);
        return true;
    }

    /**
     * All evidence so far is forgotten, as after movement or speech: the next beats are compared with the reference, over
     * which drift has gone on. The first decision comes 60 s later.
     */
    void restart(double timeS) {
        if (running) {
            bank.start(fit, model, timeS);
            markerS = timeS;
            forget();
        }
    }

    /** The verdict and all that speaks for it are forgotten; {@link #restart} begins anew. */
    void forget() {
        verdict = Course.NEUTRAL;
        below = 0;
        Arrays.fill(above, 0);
        Arrays.fill(ratio, 1);
        Arrays.fill(score, 0);
    }

    /** A beat of the imagery phase as soon as it is heard: it is looked at and does not count yet. */
    void watch(double timeS, double nnMs, double pacerTurns) {
        if (running) {
            watch.beat(timeS, nnMs, waveform.atMs(pacerTurns), waveform.quarterMs(pacerTurns));
        }
    }

    /** Whether the beats that were watched come as in the reference; see {@link BeatWatch}. */
    boolean familiar() {
        return watch.familiar();
    }

    /** A beat of the imagery phase that counts. */
    void beat(double timeS, double nnMs, double pacerTurns) {
        if (running) {
            bank.beat(timeS, nnMs, waveform.atMs(pacerTurns), waveform.quarterMs(pacerTurns));
        }
    }

    /** A 5-s tick, after all beats up to it. */
    Course tick(double timeS) {
        if (!running) {
            return verdict;
        }
        bank.weigh();
        weigh();
        if (timeS - markerS >= FIRST_DECISION_S) {
            decide();
        }
        return verdict;
    }

    /** Ratios that are no numbers, which no beats are known to give, leave those of the tick before. */
    private void weigh() {
        double s = bank.ratio(ResponseSizes.SOOTHING);
        double t = bank.ratio(ResponseSizes.THREAT);
        double x = bank.ratio(ResponseSizes.OTHER);
        double v = thresholds.swingPriceRatio() > 0 ? bank.ratio(ResponseSizes.SWING_ONLY) : 0;
        if (!Double.isFinite(s + t + x + v)) {
            return;
        }
        ratio[0] = 1;
        ratio[1] = s;
        ratio[2] = t;
        ratio[3] = x;
        score[1] = ln(s) - ln(1 + thresholds.soothingDrivePriceRatio() * x + t);
        score[2] = ln(t) - ln(1 + thresholds.drivePriceRatio() * x + s + thresholds.swingPriceRatio() * v);
        score[3] = ln(x) - ln(1 + t + s);
    }

    private static double ln(double value) {
        return StrictMath.log(Math.max(value, Double.MIN_NORMAL));
    }

    private void decide() {
        below = score[verdict.index()] < thresholds.lnLeave() ? below + 1 : 0;
        if (verdict != Course.NEUTRAL && (below >= LEAVE_TICKS || !mayBe(verdict))) {
            verdict = Course.NEUTRAL;
        }
        for (int k = 1; k < COURSES.length; k++) {
            above[k] = score[k] > enterScore(k) && mayBe(COURSES[k]) ? above[k] + 1 : 0;
            if (above[k] >= enterTicks(k) && COURSES[k] != verdict) {
                verdict = COURSES[k];
                below = 0;
            }
        }
    }

    /** A lasting level on the wrong side of the reference outranks the jump. */
    private boolean mayBe(Course candidate) {
        double riseBpm = heartRateBpm() - referenceHeartRateBpm;
        return switch (candidate) {
            case SOOTHING -> riseBpm <= thresholds.soothingMaxRiseBpm();
            case THREAT -> riseBpm >= thresholds.threatMinRiseBpm();
            default -> true;
        };
    }

    private int enterTicks(int state) {
        return state == Course.THREAT.index() ? THREAT_TICKS : ENTER_TICKS;
    }

    private double enterScore(int state) {
        return switch (state) {
            case 1 -> thresholds.lnSoothing();
            case 2 -> thresholds.lnThreat();
            default -> thresholds.lnOther();
        };
    }

    /** Probability of a verdict at the newest tick under the priors of physiology 5.4. */
    double probability(Course of) {
        double sum = 0;
        for (int k = 0; k < COURSES.length; k++) {
            sum += PRIOR[k] * ratio[k];
        }
        return PRIOR[of.index()] * ratio[of.index()] / sum;
    }

    /** Heart rate now with the wave, the breath and the noise taken away, bpm. */
    double heartRateBpm() {
        return bank.heartRateBpm();
    }
}
