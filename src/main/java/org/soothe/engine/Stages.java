package org.soothe.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.IrregularRhythm;
import org.soothe.artifact.LiveBeats;
import org.soothe.artifact.Quality;
import org.soothe.artifact.QualityGate;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.beat.BeatFeed;
import org.soothe.breathing.Adherence;
import org.soothe.breathing.LivePacing;
import org.soothe.breathing.PacerAnswer;
import org.soothe.breathing.PacerNote;
import org.soothe.breathing.RespirationChannel;
import org.soothe.event.Marker;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.hrv.LiveHrv;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.response.LiveResponse;
import org.soothe.response.ResponseMethod;

/** The stages in the order in which data passes them, for one unbroken time axis. Not thread-safe. */
final class Stages {

    private static final long QUALITY_WINDOW_NS = 60_000_000_000L;

    private final LiveBeats beats = new LiveBeats();
    private final Signals signals = new Signals(beats);
    private final QualityGate quality = new QualityGate();
    private final LiveHrv hrv = new LiveHrv();
    private final LivePacing pacing = new LivePacing();
    private final LiveResponse response;
    private final IrregularRhythm irregular = new IrregularRhythm();
    private Rhythm rhythm = Rhythm.UNKNOWN;
    private @Nullable SensorIdentity sensor;
    private @Nullable PacerSetting pacerSetting;
    private @Nullable PacerAnswer pacerAnswer;
    private double sensorHeartRateBpm = Double.NaN;
    private double breathingRatePerMin = Double.NaN;

    Stages(ResponseMethod method) {
        this.response = new LiveResponse(method);
    }

    BeatFeed feed() {
        return signals.feed();
    }

    Signals signals() {
        return signals;
    }

    LiveBeats beats() {
        return beats;
    }

    void packet(RrPacket packet) {
        sensorHeartRateBpm = packet.heartRateBpm();
        signals.feed().packet(packet);
    }

    void waveform(Waveform block) {
        if (signals.waveform(block)) {
            response.movement(signals.respiration().movedNs());
        }
    }

    void sensor(SensorIdentity identity) {
        sensor = identity;
        signals.feed().sensor(identity);
    }

    /** Returns which sensor sends, null where none said so. */
    @Nullable
    SensorIdentity sensor() {
        return sensor;
    }

    void pacer(PacerSetting setting) {
        pacerAnswer = pacing.setting(setting);
        if (pacerAnswer instanceof PacerAnswer.Taken) {
            pacerSetting = setting.mode() == PacerMode.OFF ? null : setting;
        }
    }

    /** Returns the setting the pacer follows, null where it is off. */
    @Nullable
    PacerSetting pacerSetting() {
        return pacerSetting;
    }

    void phase(PhaseStart start) {
        response.phase(start, pacing);
        pacing.referenceRsaMs(response.referenceRsaMs());
    }

    void marker(Marker marker) {
        response.marker(marker);
    }

    void selfReport(SelfReport report) {
        response.selfReport(report);
    }

    void endSegment() {
        signals.feed().endSegment();
    }

    /** Computes all measures over their windows that end at the tick. */
    void tick(long tickNs) {
        quality.evaluate(beats, tickNs - QUALITY_WINDOW_NS, tickNs);
        signals.tick(tickNs);
        rhythm = irregular.now(beats, tickNs);
        pacing.tick(beats.nn(), tickNs);
        hrv.tick(beats.nn(), tickNs);
        WithheldReason unreadable = unreadable();
        if (unreadable != null) {
            pacing.withhold(unreadable);
            hrv.withholdVariability(unreadable);
        }
        breathingRatePerMin = pacing.reading().adherence() == Adherence.FOLLOWING
                ? pacing.pacer().ratePerMin(tickNs)
                : freeRatePerMin();
        hrv.rsaBand(breathingRatePerMin);
        if (signals.variabilityChanged()) {
            response.forgetReferences(tickNs);
        }
        response.respiration(signals.respiration());
        response.tick(tickNs, beats.nn(), hrv, pacing, grade(), rhythm);
    }

    /** The breath itself where the chest shows it, else what the heart shows, else what the size of its complexes shows. */
    private double freeRatePerMin() {
        RespirationChannel channel = signals.respiration();
        double heartPerMin = hrv.breathingRatePerMin().orNaN();
        return Double.isFinite(channel.exactRatePerMin()) || Double.isNaN(heartPerMin)
                ? channel.ratePerMin()
                : heartPerMin;
    }

    private QualityGrade grade() {
        return signals.pulseDisturbed() ? QualityGrade.BAD : quality.grade();
    }

    private Quality quality() {
        Quality known = quality.quality();
        return new Quality(grade(), known.correctedPercent(), known.coveragePercent(), known.longestGapMs());
    }

    /** Why no measure of variability can be trusted at this tick, null if it can. */
    private @Nullable WithheldReason unreadable() {
        WithheldReason unsuited = WithheldReason.of(rhythm);
        return unsuited == null && grade() == QualityGrade.BAD ? WithheldReason.QUALITY_BAD : unsuited;
    }

    Snapshot snapshot(long timeNs, long tickNs, Tally tally) {
        return new Snapshot(
                timeNs,
                tickNs,
                beatReading(),
                quality(),
                signals.reading(timeNs),
                rhythm,
                hrv.measures(),
                pacing.pacer(),
                pacerNotes(),
                pacing.reading().measures(),
                breathingRate(),
                response.signal(),
                response.offer(),
                tally.counters(this));
    }

    private Set<PacerNote> pacerNotes() {
        if (pacerAnswer instanceof PacerAnswer.Taken taken) {
            return taken.notes();
        }
        return pacerAnswer instanceof PacerAnswer.Refused refused ? Set.of(refused.reason()) : Set.of();
    }

    private Measure breathingRate() {
        return Double.isFinite(breathingRatePerMin)
                ? Measure.of(breathingRatePerMin)
                : hrv.breathingRatePerMin().measure();
    }

    private BeatReading beatReading() {
        double rrMs = beats.provisionalRrMs();
        WithheldReason noBeat =
                beats.heardCount() == 0 ? WithheldReason.TOO_FEW_BEATS : WithheldReason.INTERVAL_OUT_OF_RANGE;
        return new BeatReading(
                measure(rrMs, noBeat),
                measure(beats.provisionalHeartRateBpm(), noBeat),
                measure(sensorHeartRateBpm, WithheldReason.NOT_SENT),
                decidedBeat());
    }

    private DecidedBeat decidedBeat() {
        long count = beats.decidedCount();
        if (count == 0) {
            return new DecidedBeat.NoneYet();
        }
        long newest = count - 1;
        return new DecidedBeat.Decided(
                newest,
                beats.timeNs(newest),
                beats.rrMs(newest),
                beats.beatClass(newest),
                measure(beats.correctedMs(newest), WithheldReason.LEFT_OUT));
    }

    private static Measure measure(double value, WithheldReason reason) {
        return Double.isFinite(value) ? Measure.of(value) : Measure.withheld(reason);
    }
}
