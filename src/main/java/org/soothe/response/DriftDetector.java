package org.soothe.response;

import java.util.Arrays;
import org.soothe.artifact.NnSeries;
import org.soothe.breathing.PacerTrack;

/**
 * A likelihood ratio against the person's own drift, beat by beat.
 *
 * <p>At the marker a model of the person's beats is fitted to the reference ({@link ReferenceFit}); from then on the
 * {@link OnsetBank} holds, for every possible onset, what a response would have left in the beats.
 *
 * <pre>R_k = sum over onsets pi(onset) R_k(onset), pi half on the first 45 s and half even over 300 s
 * threat ln R_T - ln(1 + c R_X + R_S), soothing ln R_S - ln(1 + c R_X + R_T), other ln R_X - ln(1 + R_T + R_S)
 * p_k = prior_k R_k / sum, priors as in the filter</pre>
 *
 * <p>A state is entered after two ticks above its threshold and left after three with a score below 0. Beats of ticks that
 * the rules forbid to interpret, and corrected ones, let time pass and are not measured. Thresholds were frozen on simulated
 * persons of seeds of their own.
 *
 * <p>Not thread-safe; allocates nothing after construction. The fit takes some 10 ms, once per phase marker.
 */
final class DriftDetector implements Detector {

    private static final long FIRST_DECISION_NS = 60_000_000_000L;
    private static final int EARLY_ONSETS = 4;
    private static final double EARLY_WEIGHT = 0.5;
    private static final double LATE_ONSETS = 30;
    private static final int ENTER_TICKS = 2;
    private static final int LEAVE_TICKS = 3;
    private static final double[] PRIOR = {0.55, 0.20, 0.15, 0.10};

    /** Enter thresholds of soothing, threat, other, then the price on drive. */
    private static final double[] PACED = {Double.NaN, 1.95, 2.35, 0.7, 0.22};

    private static final double[] FREE = {Double.NaN, 1.76, 1.70, 0.7, 0.20};

    /** SOOTHING only up to this rise of heart rate above the reference, bpm; THREAT only from 0 on. */
    private static final double SOOTHING_MAX_RISE_BPM = 1.0;

    private static final int LEAST_REFERENCE_BEATS = 60;
    private static final ResponseState[] STATES = {
        ResponseState.NEUTRAL, ResponseState.SOOTHING, ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION
    };

    private final PhaseBeats reference = new PhaseBeats();
    private final SwingWaveform waveform = new SwingWaveform();
    private final BeatTracker tracker = new BeatTracker();
    private final ReferenceFit fit = new ReferenceFit(waveform, tracker);
    private final OnsetBank bank = new OnsetBank();
    private final double[] score = new double[STATES.length];
    private final double[] ratio = new double[STATES.length];
    private final int[] above = new int[STATES.length];
    private double[] thresholds = FREE;
    private boolean paced;
    private boolean running;
    private long fedNs;
    private int below;
    private int shown;

    @Override
    public void begin(Evidence evidence) {
        bank.reset();
        Arrays.fill(above, 0);
        Arrays.fill(score, 0);
        Arrays.fill(ratio, 1);
        below = 0;
        shown = 0;
        Reference rest = evidence.reference;
        NnSeries nn = evidence.nn;
        running = false;
        if (rest == null || nn == null) {
            return;
        }
        paced = rest.breathing.paced();
        thresholds = paced ? PACED : FREE;
        reference.start((rest.fromNs - evidence.markerNs) / 1e9);
        int i = firstAfter(nn, rest.fromNs);
        while (i < nn.size() && nn.timeNs(i) <= rest.toNs) {
            reference.add(seconds(evidence, nn, i), measured(nn, i), phase(evidence, nn, i));
            i++;
        }
        running = reference.size() >= LEAST_REFERENCE_BEATS;
        if (!running) {
            return;
        }
        fit.fit(reference, paced);
        fedNs = rest.toNs;
        while (i < nn.size() && nn.timeNs(i) <= evidence.markerNs) {
            tracker.beat(seconds(evidence, nn, i), measured(nn, i), waveform.atMs(phase(evidence, nn, i)), null, 0);
            fedNs = nn.timeNs(i);
            i++;
        }
    }

    @Override
    public void tick(Evidence evidence) {
        NnSeries nn = evidence.nn;
        if (!running || nn == null) {
            return;
        }
        for (int i = firstAfter(nn, fedNs); i < nn.size() && nn.timeNs(i) <= evidence.tickNs; i++) {
            double nnMs = evidence.trusted ? measured(nn, i) : Double.NaN;
            tracker.beat(seconds(evidence, nn, i), nnMs, waveform.atMs(phase(evidence, nn, i)), bank, 0);
            fedNs = nn.timeNs(i);
        }
        weigh();
        if (evidence.sinceMarkerNs() >= FIRST_DECISION_NS) {
            decide(evidence.trusted);
        }
    }

    private static int firstAfter(NnSeries nn, long timeNs) {
        int i = nn.size();
        while (i > 0 && nn.timeNs(i - 1) > timeNs) {
            i--;
        }
        return i;
    }

    private static double seconds(Evidence evidence, NnSeries nn, int i) {
        return (nn.timeNs(i) - evidence.markerNs) / 1e9;
    }

    private static double measured(NnSeries nn, int i) {
        return nn.corrected(i) ? Double.NaN : nn.nnMs(i);
    }

    private double phase(Evidence evidence, NnSeries nn, int i) {
        PacerTrack track = evidence.track;
        return paced && track != null ? track.breathCount(nn.timeNs(i)) : Double.NaN;
    }

    private void weigh() {
        double s = classRatio(ResponseSizes.SOOTHING);
        double t = classRatio(ResponseSizes.THREAT);
        double x = classRatio(ResponseSizes.OTHER);
        ratio[0] = 1;
        ratio[1] = s;
        ratio[2] = t;
        ratio[3] = x;
        double price = thresholds[4] * x;
        score[1] = ln(s) - ln(1 + price + t);
        score[2] = ln(t) - ln(1 + price + s);
        score[3] = ln(x) - ln(1 + t + s);
    }

    private static double ln(double value) {
        return StrictMath.log(Math.max(value, Double.MIN_NORMAL));
    }

    private double classRatio(ResponseSizes sizes) {
        double early = 0;
        double late = 0;
        for (int onset = 0; onset < bank.live(); onset++) {
            double value = bank.ratio(onset, sizes);
            if (onset < EARLY_ONSETS) {
                early += value;
            } else {
                late += value;
            }
        }
        return EARLY_WEIGHT * early / EARLY_ONSETS + (1 - EARLY_WEIGHT) * late / LATE_ONSETS;
    }

    private void decide(boolean readable) {
        below = score[shown] < 0 ? below + 1 : 0;
        if (shown != 0 && (below >= LEAVE_TICKS || !mayBe(shown))) {
            shown = 0;
        }
        for (int k = 1; k < STATES.length; k++) {
            above[k] = readable && score[k] > thresholds[k] && mayBe(k) ? above[k] + 1 : 0;
            if (above[k] >= ENTER_TICKS && k != shown) {
                shown = k;
                below = 0;
            }
        }
    }

    /** A lasting level on the wrong side of the reference outranks the jump. */
    private boolean mayBe(int course) {
        double riseBpm = tracker.filter().heartRateBpm() - reference.heartRateBpm();
        return switch (STATES[course]) {
            case SOOTHING -> riseBpm <= SOOTHING_MAX_RISE_BPM;
            case THREAT_RESPONSE -> riseBpm >= 0;
            case NEUTRAL, OTHER_ACTIVATION, SETTLING, UNREADABLE -> true;
        };
    }

    @Override
    public double p(Course course) {
        double sum = 0;
        for (int k = 0; k < PRIOR.length; k++) {
            sum += PRIOR[k] * ratio[k];
        }
        return PRIOR[course.index()] * ratio[course.index()] / sum;
    }

    @Override
    public ResponseState state() {
        return STATES[shown];
    }

    @Override
    public long firstDecisionNs() {
        return FIRST_DECISION_NS;
    }
}
