package org.soothe.response;

import org.soothe.artifact.NnSeries;
import org.soothe.breathing.PacerTrack;

/**
 * {@link DriftAwareDetector} behind the port of the engine: hands it the beats of the reference and of the phase.
 *
 * <ul>
 *   <li>Corrected intervals tell the time only.
 *   <li>A beat counts 15 s after it was, and only while the rules allow to interpret and the beats heard since come as in the
 *       reference ({@link BeatWatch}): who lets the pacer go, or begins to breathe slowly, is noticed before it counts. By then
 *       the clock has also moved beats that came after a lost packet to their place.
 *   <li>Where that is not so for 40 s, all evidence is forgotten, and begins anew when it is so again.
 *   <li>Beats between the end of the reference and the marker are left out; drift goes on meanwhile.
 *   <li>After movement or speech the evidence begins anew when the minute of silence is over: otherwise the jump that the
 *       movement made would be taken for a response for the rest of the phase. It settles for another minute then.
 *   <li>A reference with fewer than 60 beats: never settled.
 * </ul>
 *
 * <p>Not thread-safe. Allocates nothing after construction, neither per beat nor per tick, nor for the fit, which is made
 * once per phase at its first tick and takes some 4 to 17 ms.
 */
final class DriftDetector implements Detector {

    private static final double NS_PER_S = 1e9;
    /** No calm is claimed while the heart of the newest minute is faster than this (physiology basis 10.2). */
    private static final double MOST_Z_H_OF_SOOTHING = 0.5;

    private final DriftAwareDetector detector = DriftAwareDetector.standard();
    /** Evidence counts when the breathing of so much time after it has been seen to be as before. */
    private static final long CONFIRMED_AFTER_NS = 15_000_000_000L;

    /** A minute of evidence. */
    private static final long FIRST_DECISION_NS = 60_000_000_000L + CONFIRMED_AFTER_NS;

    /** Closed for so many ticks, 40 s, the evidence is forgotten and begins anew later. */
    private static final long LONGEST_CLOSED_TICKS = 8;

    private long originNs;
    private long watchedToNs;
    private long closedTicks;
    private long readToNs;
    private long beganNs;
    private boolean ready;
    private boolean settled;
    private ResponseState state = ResponseState.NEUTRAL;

    @Override
    public void begin(Evidence evidence) {
        state = ResponseState.NEUTRAL;
        ready = false;
        settled = false;
        Reference reference = evidence.reference;
        NnSeries nn = evidence.nn;
        if (reference == null || nn == null) {
            return;
        }
        originNs = reference.fromNs;
        boolean paced = reference.breathing.paced();
        detector.startReference(0);
        for (int i = 0; i < nn.size() && nn.timeNs(i) <= reference.toNs; i++) {
            if (nn.timeNs(i) > reference.fromNs) {
                detector.referenceBeat(seconds(nn.timeNs(i)), nnMs(nn, i), turns(evidence, nn.timeNs(i), paced));
            }
        }
        readToNs = evidence.markerNs;
        watchedToNs = evidence.markerNs;
        closedTicks = 0;
        beganNs = evidence.markerNs;
        ready = detector.startPhase(seconds(evidence.markerNs), paced);
    }

    @Override
    public void tick(Evidence evidence) {
        NnSeries nn = evidence.nn;
        Reference reference = evidence.reference;
        if (!ready || nn == null || reference == null) {
            return;
        }
        if (evidence.quietFromNs > beganNs) {
            beginAnew(evidence.quietFromNs);
        }
        boolean paced = reference.breathing.paced();
        watch(evidence, nn, paced);
        if (evidence.trusted && detector.familiar()) {
            if (closed()) {
                beginAnew(Math.max(evidence.quietFromNs, evidence.tickNs - CONFIRMED_AFTER_NS));
            }
            closedTicks = 0;
            count(evidence, nn, paced);
        } else {
            closedTicks += evidence.elapsedTicks;
        }
        settled = !closed() && evidence.tickNs - beganNs >= FIRST_DECISION_NS;
        if (closed()) {
            detector.forget();
            state = ResponseState.NEUTRAL;
        } else if (evidence.tickNs >= beganNs) {
            decide(evidence);
        }
    }

    private void watch(Evidence evidence, NnSeries nn, boolean paced) {
        for (int i = after(nn, watchedToNs); i < nn.size() && nn.timeNs(i) <= evidence.tickNs; i++) {
            watchedToNs = nn.timeNs(i);
            detector.watch(seconds(watchedToNs), nnMs(nn, i), turns(evidence, watchedToNs, paced));
        }
    }

    /** Beats that have waited long enough count, also those that came while it was closed for a short time. */
    private void count(Evidence evidence, NnSeries nn, boolean paced) {
        long toNs = evidence.tickNs - CONFIRMED_AFTER_NS;
        for (int i = after(nn, readToNs); i < nn.size() && nn.timeNs(i) <= toNs; i++) {
            readToNs = nn.timeNs(i);
            detector.beat(seconds(readToNs), nnMs(nn, i), turns(evidence, readToNs, paced));
        }
    }

    private boolean closed() {
        return closedTicks >= LONGEST_CLOSED_TICKS;
    }

    private void decide(Evidence evidence) {
        state = stateOf(detector.tick(seconds(evidence.tickNs - CONFIRMED_AFTER_NS)));
        if (state == ResponseState.SOOTHING && evidence.zH > MOST_Z_H_OF_SOOTHING) {
            state = ResponseState.NEUTRAL;
        }
    }

    private static ResponseState stateOf(Course course) {
        return switch (course) {
            case NEUTRAL -> ResponseState.NEUTRAL;
            case SOOTHING -> ResponseState.SOOTHING;
            case THREAT -> ResponseState.THREAT_RESPONSE;
            case OTHER -> ResponseState.OTHER_ACTIVATION;
        };
    }

    private void beginAnew(long fromNs) {
        beganNs = fromNs;
        readToNs = Math.max(readToNs, fromNs);
        detector.restart(seconds(fromNs));
        state = ResponseState.NEUTRAL;
        settled = false;
    }

    private static int after(NnSeries nn, long timeNs) {
        int i = nn.size();
        while (i > 0 && nn.timeNs(i - 1) > timeNs) {
            i--;
        }
        return i;
    }

    private static double nnMs(NnSeries nn, int i) {
        return nn.corrected(i) ? Double.NaN : nn.nnMs(i);
    }

    private static double turns(Evidence evidence, long timeNs, boolean paced) {
        PacerTrack track = evidence.track;
        return paced && track != null ? track.breathCount(timeNs) : Double.NaN;
    }

    private double seconds(long timeNs) {
        return (timeNs - originNs) / NS_PER_S;
    }

    @Override
    public double p(Course course) {
        return detector.probability(course);
    }

    @Override
    public ResponseState state() {
        return state;
    }

    @Override
    public boolean settled() {
        return settled;
    }

    @Override
    public boolean unfamiliar() {
        return closed();
    }

    @Override
    public long firstDecisionNs() {
        return FIRST_DECISION_NS;
    }
}
