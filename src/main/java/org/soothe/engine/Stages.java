package org.soothe.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.IrregularRhythm;
import org.soothe.artifact.LiveBeats;
import org.soothe.artifact.QualityGate;
import org.soothe.artifact.QualityGrade;
import org.soothe.artifact.Rhythm;
import org.soothe.beat.BeatClock;
import org.soothe.breathing.Adherence;
import org.soothe.breathing.LivePacing;
import org.soothe.breathing.PacerAnswer;
import org.soothe.breathing.PacerNote;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.hrv.LiveHrv;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;

/** The stages in the order in which data passes them, for one unbroken time axis. Not thread-safe. */
final class Stages {

    private static final long QUALITY_WINDOW_NS = 60_000_000_000L;

    private final BeatClock clock = new BeatClock();
    private final LiveBeats beats = new LiveBeats();
    private final QualityGate quality = new QualityGate();
    private final LiveHrv hrv = new LiveHrv();
    private final LivePacing pacing = new LivePacing();
    private final IrregularRhythm irregular = new IrregularRhythm();
    private Rhythm rhythm = Rhythm.UNKNOWN;
    private @Nullable PacerSetting pacerSetting;
    private @Nullable PacerAnswer pacerAnswer;
    private double sensorHeartRateBpm = Double.NaN;
    private double breathingRatePerMin = Double.NaN;

    BeatClock clock() {
        return clock;
    }

    LiveBeats beats() {
        return beats;
    }

    void packet(RrPacket packet) {
        sensorHeartRateBpm = packet.heartRateBpm();
        clock.packet(packet, beats);
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

    void endSegment() {
        clock.endSegment();
    }

    /** Computes all measures over their windows that end at the tick. */
    void tick(long tickNs) {
        quality.evaluate(beats, tickNs - QUALITY_WINDOW_NS, tickNs);
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
                : hrv.breathingRatePerMin().orNaN();
        hrv.rsaBand(breathingRatePerMin);
    }

    /** Why no measure of variability can be trusted at this tick, null if it can. */
    private @Nullable WithheldReason unreadable() {
        WithheldReason unsuited = WithheldReason.of(rhythm);
        return unsuited == null && quality.grade() == QualityGrade.BAD ? WithheldReason.QUALITY_BAD : unsuited;
    }

    Snapshot snapshot(long timeNs, long tickNs, Tally tally) {
        return new Snapshot(
                timeNs,
                tickNs,
                beatReading(),
                quality.quality(),
                rhythm,
                hrv.measures(),
                pacing.pacer(),
                pacerNotes(),
                pacing.reading().measures(),
                breathingRate(),
                ResponseSignal.withheld(ResponseReason.NOT_IN_THIS_VERSION),
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
