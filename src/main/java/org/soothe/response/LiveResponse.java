package org.soothe.response;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.breathing.LivePacing;
import org.soothe.breathing.RespirationChannel;
import org.soothe.event.BreathingMode;
import org.soothe.event.Marker;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.hrv.LiveHrv;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.response.Detector.Course;

/**
 * Reads the response of one engine at each tick: keeps the references, applies the rules R1 to R5, asks the detector, and
 * says why where nothing can be said. Not thread-safe; owned by the thread that owns the engine. {@link #tick} allocates
 * nothing; {@link #signal} and {@link #offer} allocate their view.
 *
 * <p>Forbidden at once: BAD quality, an unsuited rhythm, movement or speech within the last 60 s, no matching reference, one
 * that is older than 900 s. Features missing or breathing changed: belief fades, and after 30 s the reason is shown.
 */
public final class LiveResponse {

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOLD_NS = 30_000_000_000L;
    private static final long OLDEST_REFERENCE_NS = 900_000_000_000L;
    private static final long TICK_NS = 5_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final TickFeatures features = new TickFeatures();
    private final Breathing breathing = new Breathing();
    private final References references = new References();
    private final ReferenceBuilder builder = new ReferenceBuilder();
    private final BreathingGuard guard = new BreathingGuard();
    private final Evidence evidence = new Evidence();
    private final SlowBreathCalm slowBreath = new SlowBreathCalm();
    private final PauseRule pause = new PauseRule();
    private final Detector detector;

    private @Nullable Phase phase;
    private BreathingMode mode = BreathingMode.FREE;
    private long markerNs;
    private long lastTickNs;
    private boolean paused;
    private long quietFromNs = NEVER;
    private double referenceRsaMs = Double.NaN;
    private double slowBreathZH = Double.NaN;
    private boolean calmBySlowBreath;

    private ResponseState state = ResponseState.UNREADABLE;
    private ResponseReason reason = ResponseReason.NO_PHASE;
    private long lastValidNs;
    private long validTicks;

    /** Makes the reading of a new engine. */
    public LiveResponse(ResponseMethod method) {
        this.detector = method.create();
    }

    /** A phase begins and the one before it ends; nothing from before but the references counts any more. */
    public void phase(PhaseStart start, LivePacing pacing) {
        if (phase != null && PhaseRole.of(phase) == PhaseRole.REFERENCE) {
            finishReference(start.timeNs(), pacing);
        }
        phase = start.phase();
        mode = start.breathing();
        paused = false;
        begin(start.timeNs());
        if (PhaseRole.of(phase) == PhaseRole.REFERENCE) {
            builder.begin(markerNs);
        }
        settleOrRefuse();
    }

    private void finishReference(long endNs, LivePacing pacing) {
        breathing.set(mode, pacing.pacer(), endNs);
        Reference reference = references.next();
        builder.finish(reference, breathing, endNs);
        if (reference.usable && reference.breathing.paced()) {
            referenceRsaMs = StrictMath.exp(reference.lnRsa.median());
        }
    }

    private void begin(long timeNs) {
        markerNs = timeNs;
        lastTickNs = timeNs;
        lastValidNs = timeNs + MINUTE_NS;
        validTicks = 0;
        evidence.reference = null;
        slowBreath.reset();
        pause.begin();
    }

    /** Returns the RSA amplitude of the newest paced reference, median of its windows, milliseconds; NaN without one. */
    public double referenceRsaMs() {
        return referenceRsaMs;
    }

    /** Takes what a person noted: movement and speech, and what became of a pause. */
    public void marker(Marker marker) {
        switch (marker.kind()) {
            case MOVED, SPOKE -> movement(marker.timeNs());
            case TIMEOUT_ACCEPTED, STOPPED -> {
                paused = phase != null;
                pause.begin();
                settleOrRefuse();
            }
            case RESUMED -> {
                paused = false;
                begin(marker.timeNs());
                settleOrRefuse();
            }
            case TEARS, COUGH, DISTRESS, COMFORT, TIMEOUT_OFFERED, NOTE -> {}
        }
    }

    /** Takes when a sensor saw movement; what a marker says counts the same. */
    public void movement(long timeNs) {
        quietFromNs = Math.max(quietFromNs, timeNs + MINUTE_NS);
        if (phase != null && PhaseRole.of(phase) == PhaseRole.READ && !paused) {
            refuse(ResponseReason.MOVEMENT);
        }
    }

    /** The sensor is another kind now, and HRV is never compared with PRV: rests of before do not count any more. */
    public void forgetReferences(long timeNs) {
        references.clear();
        referenceRsaMs = Double.NaN;
        evidence.reference = null;
        builder.begin(timeNs);
    }

    /** Takes what the respiration channel says of the minute that the next tick reads. */
    public void respiration(RespirationChannel channel) {
        features.respiration(channel);
    }

    /** Takes a rating; high distress can lead to an offer at once. */
    public void selfReport(SelfReport report) {
        if (report.item() == SelfReportItem.DISTRESS && phase != null && phase != Phase.TIME_OUT && !paused) {
            pause.distress(report.ratingCount(), report.timeNs());
        }
    }

    /** Reads the newest minute, after all stages below have read theirs. */
    public void tick(long tickNs, NnSeries nn, LiveHrv hrv, LivePacing pacing, QualityGrade grade, Rhythm rhythm) {
        if (phase == null || tickNs <= markerNs) {
            return;
        }
        features.read(tickNs, nn, hrv, pacing, grade, rhythm);
        breathing.set(mode, pacing.pacer(), tickNs);
        evidence.elapsedTicks = Math.max(1, (tickNs - lastTickNs) / TICK_NS);
        lastTickNs = tickNs;
        settleOrRefuse();
        switch (PhaseRole.of(phase)) {
            case REFERENCE -> tickOfReference(tickNs, pacing);
            case READ -> {
                if (!paused) {
                    tickOfReading(tickNs, nn, pacing);
                    pause.tick(tickNs, state, riseBpm(tickNs));
                }
            }
            case ARRIVING, RECORD_ONLY -> {}
        }
    }

    private void tickOfReference(long tickNs, LivePacing pacing) {
        boolean usable = builder.holds(tickNs)
                && tickNs >= quietFromNs
                && features.forbidden() == null
                && features.incomplete(breathing.paced()) == null
                && paceHeld(tickNs, pacing);
        if (usable) {
            builder.add(features, breathing, tickNs);
        }
    }

    /** Paced: the window began at the pace it ended with, and after the end of a ramp. Free: always. */
    private boolean paceHeld(long tickNs, LivePacing pacing) {
        return !breathing.paced()
                || (breathing.samePace(pacing.track().ratePerMin(tickNs - MINUTE_NS))
                        && tickNs - MINUTE_NS >= pacing.pacer().settledNs());
    }

    private void tickOfReading(long tickNs, NnSeries nn, LivePacing pacing) {
        Reference reference = references.matching(breathing);
        if (reference == null) {
            evidence.reference = null;
            refuse(references.whyNone(breathing));
            return;
        }
        if (tickNs - reference.toNs > OLDEST_REFERENCE_NS) {
            evidence.reference = null;
            refuse(ResponseReason.REFERENCE_TOO_OLD);
            return;
        }
        ResponseReason forbidden = tickNs < quietFromNs ? ResponseReason.MOVEMENT : features.forbidden();
        ResponseReason unfit = forbidden != null ? forbidden : unfit(reference, tickNs, pacing);
        gather(reference, tickNs, nn, pacing, unfit == null);
        detector.tick(evidence);
        lookAtSlowBreath(reference, tickNs, unfit);
        if (evidence.valid) {
            lastValidNs = tickNs;
            validTicks++;
        }
        show(tickNs, forbidden, unfit == null && detector.unfamiliar() ? ResponseReason.BREATHING_CHANGED : unfit);
    }

    private @Nullable ResponseReason unfit(Reference reference, long tickNs, LivePacing pacing) {
        ResponseReason incomplete = features.incomplete(breathing.paced());
        if (incomplete != null) {
            return incomplete;
        }
        boolean same = breathing.paced() ? paceHeld(tickNs, pacing) : guard.same(features, reference);
        return same ? null : ResponseReason.BREATHING_CHANGED;
    }

    private void gather(Reference reference, long tickNs, NnSeries nn, LivePacing pacing, boolean fit) {
        boolean first = evidence.reference != reference;
        evidence.reference = reference;
        evidence.markerNs = markerNs;
        evidence.tickNs = tickNs;
        evidence.quietFromNs = quietFromNs;
        evidence.nn = nn;
        evidence.track = pacing.track();
        evidence.trusted = fit;
        evidence.valid = fit && tickNs - markerNs >= MINUTE_NS;
        evidence.zH = evidence.valid ? reference.zH(features, tickNs) : Double.NaN;
        evidence.zV = evidence.valid ? reference.zV(features, tickNs) : Double.NaN;
        if (first) {
            detector.begin(evidence);
        }
    }

    private void show(long tickNs, @Nullable ResponseReason forbidden, @Nullable ResponseReason unfit) {
        boolean early = tickNs - markerNs < detector.firstDecisionNs();
        if (forbidden != null && !(early && forbidden == ResponseReason.QUALITY_BAD)) {
            refuse(forbidden);
        } else if (early || (validTicks == 0 && tickNs - lastValidNs < HOLD_NS)) {
            state = ResponseState.SETTLING;
        } else if (calmBySlowBreath) {
            state = ResponseState.SOOTHING;
        } else if (unfit != null && (detector.unfamiliar() || tickNs - lastValidNs >= HOLD_NS)) {
            refuse(unfit);
        } else {
            state = detector.settled() ? detector.state() : ResponseState.SETTLING;
        }
    }

    private void lookAtSlowBreath(Reference reference, long tickNs, @Nullable ResponseReason unfit) {
        boolean slow = unfit == ResponseReason.BREATHING_CHANGED
                && !breathing.paced()
                && tickNs - markerNs >= MINUTE_NS
                && guard.slower(features, reference);
        slowBreathZH = slow ? reference.zH(features, tickNs) : Double.NaN;
        if (slow) {
            slowBreath.slow(slowBreathZH, reference.lnSwingChange(features));
        } else {
            slowBreath.otherwise(evidence.elapsedTicks);
        }
        calmBySlowBreath = slow && slowBreath.calm();
    }

    private double riseBpm(long tickNs) {
        Reference reference = evidence.reference != null ? evidence.reference : references.newest();
        return reference == null || tickNs < quietFromNs || features.forbidden() != null
                ? Double.NaN
                : features.shownHeartRateBpm() - reference.heartRateBpm.median();
    }

    /** The state of a phase before, or apart from, any reading. */
    private void settleOrRefuse() {
        if (phase == null) {
            refuse(ResponseReason.NO_PHASE);
        } else if (paused) {
            refuse(ResponseReason.PAUSED);
        } else if (PhaseRole.of(phase) == PhaseRole.RECORD_ONLY) {
            refuse(ResponseReason.PHASE_NOT_READ);
        } else {
            state = ResponseState.SETTLING;
        }
    }

    private void refuse(ResponseReason why) {
        state = ResponseState.UNREADABLE;
        reason = why;
    }

    /** Returns the state now, without allocating. */
    public ResponseState state() {
        return state;
    }

    /** Returns what is said now. Allocates it. */
    public ResponseSignal signal() {
        if (state == ResponseState.SOOTHING && calmBySlowBreath) {
            return calmBySlowBreath();
        }
        return switch (state) {
            case UNREADABLE -> new ResponseSignal.Unreadable(reason);
            case SETTLING -> new ResponseSignal.Settling(Math.max(0, lastTickNs - markerNs));
            case NEUTRAL, SOOTHING, THREAT_RESPONSE, OTHER_ACTIVATION ->
                new ResponseSignal.Reading(
                        state,
                        detector.p(Course.NEUTRAL),
                        detector.p(Course.SOOTHING),
                        detector.p(Course.THREAT),
                        detector.p(Course.OTHER),
                        change(evidence.zH),
                        change(evidence.zV),
                        validTicks == 0 ? 0 : MINUTE_NS + (validTicks - 1) * TICK_NS,
                        notes());
        };
    }

    /** Nothing but heart rate is known here: no vagal change, and the probability is the share in simulation. */
    private ResponseSignal calmBySlowBreath() {
        return new ResponseSignal.Reading(
                ResponseState.SOOTHING,
                1 - SlowBreathCalm.P_CALM,
                SlowBreathCalm.P_CALM,
                0,
                0,
                change(slowBreathZH),
                Measure.withheld(WithheldReason.BREATHING_UNKNOWN),
                SlowBreathCalm.EVIDENCE_NS,
                EnumSet.of(ResponseNote.BREATHING_UNKNOWN));
    }

    private static Measure change(double z) {
        return Double.isFinite(z) ? Measure.of(z) : Measure.withheld(WithheldReason.TOO_FEW_BEATS);
    }

    private Set<ResponseNote> notes() {
        Set<ResponseNote> notes = EnumSet.noneOf(ResponseNote.class);
        if (!breathing.paced() && Double.isNaN(features.breathPerMin())) {
            notes.add(ResponseNote.BREATHING_UNKNOWN);
        }
        if (breathing.paced() && features.adherenceUnknown()) {
            notes.add(ResponseNote.ADHERENCE_UNKNOWN);
        }
        if (evidence.reference != null && evidence.reference.depthDiffers(features)) {
            notes.add(ResponseNote.DEPTH_CHANGED);
        }
        if (evidence.reference != null && evidence.reference.isShort()) {
            notes.add(ResponseNote.SHORT_REFERENCE);
        }
        if (!evidence.valid) {
            notes.add(ResponseNote.HELD_OVER);
        }
        return notes;
    }

    /** Returns the newest offer of a pause, null if none was made. Allocates it. */
    public @Nullable PauseOffer offer() {
        return pause.offer();
    }
}
