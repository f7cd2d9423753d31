package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soothe.artifact.BeatClass;
import org.soothe.artifact.QualityGrade;
import org.soothe.breathing.Adherence;
import org.soothe.breathing.PacerNote;
import org.soothe.event.Event;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

class EngineTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final Engine engine = new Engine();

    @Test
    void beforeTheFirstEventEverythingIsWithheld() {
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.beat().provisionalRrMs()).isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));
        assertThat(snapshot.beat().decided()).isEqualTo(new DecidedBeat.NoneYet());
        assertThat(snapshot.hrv().heartRateBpm().isAvailable()).isFalse();
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.BAD);
        assertThat(snapshot.paced().adherence()).isEqualTo(Adherence.UNKNOWN);
    }

    @Test
    void theNewestIntervalIsThereAtOnceAndItsVerdictTwoBeatsLater() {
        List<Event> beats = steady(30, 1000);
        for (Event beat : beats) {
            engine.update(beat);
        }
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.beat().provisionalRrMs()).isEqualTo(Measure.of(1000));
        assertThat(snapshot.beat().provisionalHeartRateBpm()).isEqualTo(Measure.of(60));
        assertThat(snapshot.beat().decided())
                .isEqualTo(new DecidedBeat.Decided(27, 28 * SECOND_NS, 1000, BeatClass.NORMAL, Measure.of(1000)));
    }

    @Test
    void aTickIsComputedFromWhatHadArrivedBeforeItWhenTheFirstEventAfterItArrives() {
        for (Event beat : steady(70, 1000)) {
            engine.update(beat);
        }
        assertThat(engine.snapshot().tickNs()).isEqualTo(65 * SECOND_NS);
        engine.update(RrPacket.ofMs(71 * SECOND_NS, 1000));
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.tickNs()).isEqualTo(70 * SECOND_NS);
        assertThat(snapshot.hrv().heartRateBpm()).isEqualTo(Measure.of(60));
        assertThat(snapshot.counters().skippedTickCount()).isZero();
    }

    @Test
    void afterASilenceOnlyTheNewestTickIsComputedAndTheOthersAreCounted() {
        for (Event beat : steady(70, 1000)) {
            engine.update(beat);
        }
        engine.update(RrPacket.ofMs(171 * SECOND_NS, 1000));
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.tickNs()).isEqualTo(170 * SECOND_NS);
        assertThat(snapshot.counters().skippedTickCount()).isEqualTo(20);
        assertThat(snapshot.hrv().heartRateBpm().isAvailable()).isFalse();
        assertThat(snapshot.quality().grade()).isEqualTo(QualityGrade.BAD);
    }

    @Test
    void anEventFromThePastOrAnHourAheadIsRefusedCountedAndChangesNothingElse() {
        engine.update(RrPacket.ofMs(10 * SECOND_NS, 1000));
        Snapshot before = engine.snapshot();
        assertThat(engine.update(RrPacket.ofMs(9 * SECOND_NS, 700))).isFalse();
        assertThat(engine.update(RrPacket.ofMs(3611 * SECOND_NS, 700))).isFalse();
        Snapshot after = engine.snapshot();
        assertThat(after.timeNs()).isEqualTo(before.timeNs());
        assertThat(after.beat()).isEqualTo(before.beat());
        assertThat(after.counters().refusedBackwardCount()).isEqualTo(1);
        assertThat(after.counters().refusedAheadCount()).isEqualTo(1);
    }

    @Test
    void aSensorThatFallsSilentEndsTheSegment() {
        engine.update(RrPacket.ofMs(SECOND_NS, 1000));
        engine.update(new SensorStatus(2 * SECOND_NS, SensorState.SILENT, "no intervals"));
        engine.update(RrPacket.ofMs(3 * SECOND_NS, 1000));
        assertThat(engine.snapshot().counters().gapCount()).isEqualTo(1);
    }

    @Test
    void aPacerSettingOutOfLimitsIsBroughtWithinThemAndSaysSo() {
        engine.update(PacerSetting.steady(0, 2, 0.45));
        Snapshot slow = engine.snapshot();
        assertThat(slow.pacerNotes()).containsExactly(PacerNote.RATE_RAISED);
        assertThat(slow.pacer().ratePerMin(SECOND_NS)).isEqualTo(4);
        engine.update(PacerSetting.steady(SECOND_NS, Double.NaN, 0.45));
        assertThat(engine.snapshot().pacerNotes()).containsExactly(PacerNote.RATE_UNREADABLE);
    }

    @Test
    void thePacerGoesOnWhereTheTimeAxisJumps() {
        engine.update(PacerSetting.steady(0, 6, 0.45));
        for (Event beat : steady(20, 1000)) {
            engine.update(beat);
        }
        for (int i = 0; i < 20; i++) {
            engine.update(RrPacket.ofMs((9000 + i) * SECOND_NS, 1000));
        }
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.counters().axisJumpCount()).isEqualTo(1);
        assertThat(snapshot.pacer().isRunning()).isTrue();
        assertThat(snapshot.pacer().ratePerMin(snapshot.timeNs())).isEqualTo(6);
    }

    @Test
    void aSnapshotStaysAsItWasWhateverTheEngineDoesAfterIt() {
        List<Event> beats = steady(100, 900);
        for (Event beat : beats.subList(0, 80)) {
            engine.update(beat);
        }
        Snapshot snapshot = engine.snapshot();
        String before = snapshot.toString();
        for (Event beat : beats.subList(80, 100)) {
            engine.update(beat);
        }
        assertThat(snapshot.toString()).isEqualTo(before);
    }

    private static List<Event> steady(int count, double rrMs) {
        List<Event> beats = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            beats.add(RrPacket.ofMs(Math.round(i * rrMs * 1e6), rrMs));
        }
        return beats;
    }
}
