package org.soothe.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.PhaseStart;
import org.soothe.event.SensorIdentity;
import org.soothe.event.TimePassed;
import org.soothe.event.Waveform;
import org.soothe.recording.file.SnapshotComparison;
import org.soothe.recording.formats.export.Sessions;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

class SideBySideTest {
    private final List<Event> events =
            SimulatedSession.events(World.STANDARD, SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED), 71);
    private final List<Snapshot> recorded = new ArrayList<>();
    private final List<Snapshot> other = new ArrayList<>();

    private Agreement run(ChangedSettings settings, ResponseMethod method) throws Exception {
        recorded.clear();
        other.clear();
        return new SideBySide(settings, method).run(events, (one, two, differences) -> {
            recorded.add(one);
            other.add(two);
        });
    }

    private static ChangedSettings pacer(PacerSetting pacer) {
        return new ChangedSettings(null, pacer, Double.NaN, null, null, false);
    }

    /** What an engine that hears the events by itself says at its ticks. */
    private static List<Snapshot> alone(List<Event> events, ResponseMethod method, int silent) {
        Engine engine = new Engine(method);
        List<Snapshot> ticks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            long before = engine.tickNs();
            engine.update(events.get(i));
            if (i > silent && engine.tickNs() != before) {
                ticks.add(engine.snapshot());
            }
        }
        return ticks;
    }

    private static void assertSame(List<Snapshot> ones, List<Snapshot> others) {
        assertThat(ones).hasSameSizeAs(others).hasSizeGreaterThan(50);
        SnapshotComparison comparison = new SnapshotComparison();
        for (int i = 0; i < ones.size(); i++) {
            assertThat(comparison.of(ones.get(i), others.get(i))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ResponseMethod.class)
    void withEqualSettingsBothAreTheSameBitForBit(ResponseMethod method) throws Exception {
        for (ChangedSettings equal :
                List.of(ChangedSettings.none(), new ChangedSettings(method, null, Double.NaN, null, null, false))) {
            Agreement agreement = run(equal, method);
            assertThat(agreement.first()).isNull();
            assertThat(agreement.snapshotCount()).isEqualTo(events.size());
            assertThat(agreement.differingSnapshotCount()).isZero();
            assertThat(agreement.differingTickCount()).isZero();
            assertSame(recorded, other);
            assertThat(new SideBySide(equal, method).changesNothing(events)).isTrue();
        }
    }

    @Test
    void eachColumnIsWhatAnEngineWithTheseSettingsSaysByItself() throws Exception {
        Agreement agreement = run(
                new ChangedSettings(ResponseMethod.FILTER, null, Double.NaN, null, null, false), ResponseMethod.DRIFT);
        assertSame(recorded, alone(events, ResponseMethod.DRIFT, 0));
        assertSame(other, alone(events, ResponseMethod.FILTER, 0));
        assertThat(agreement.first()).isNotNull();
        assertThat(agreement.ticksOfPath().keySet())
                .allMatch(path -> path.startsWith("response") || path.startsWith("offer"));
    }

    @Test
    void withoutThePacerNothingOfItIsLeftAndNothingBeforeItDiffers() throws Exception {
        List<Event> changed = pacer(PacerSetting.off(0)).of(events);
        assertThat(events).anyMatch(PacerSetting.class::isInstance);
        assertThat(changed).hasSameSizeAs(events).noneMatch(PacerSetting.class::isInstance);
        Agreement agreement = run(pacer(PacerSetting.off(0)), ResponseMethod.DRIFT);
        assertSame(other, alone(changed, ResponseMethod.DRIFT, 0));
        assertThat(agreement.ticksOfPath()).containsKey("pacer");
        assertThat(agreement.ticksOfPath().keySet())
                .noneMatch(path -> path.startsWith("quality") || path.startsWith("beat.") || path.equals("rhythm"));
    }

    @Test
    void anotherPacerRunsFromTheStartAndIsNotCountedAsADifference() throws Exception {
        PacerSetting six = PacerSetting.steady(0, 6, 0.4);
        Agreement agreement = run(pacer(six), ResponseMethod.DRIFT);
        List<Event> changed = pacer(six).of(events);
        assertThat(changed.get(0)).isEqualTo(six.at(events.get(0).timeNs()));
        assertThat(changed).hasSize(events.size() + 1);
        assertSame(other, alone(changed, ResponseMethod.DRIFT, 1));
        assertThat(agreement.ticksOfPath()).doesNotContainKey("counters.eventCount");
        assertThat(other).allMatch(snapshot -> snapshot.pacer().targetPerMin() == 6);
    }

    @Test
    void settingsChangeWhatTheyNameAndNothingElse() {
        ChangedSettings settings = new ChangedSettings(null, null, 0.3, BreathingMode.FREE, BeatSource.PULSE, true);
        List<Event> all = Sessions.withWaves(73);
        List<Event> changed = settings.of(all);
        assertThat(changed).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            Event before = all.get(i);
            Event after = changed.get(i);
            assertThat(after.timeNs()).isEqualTo(before.timeNs());
            if (before instanceof Waveform) {
                assertThat(after).isEqualTo(new TimePassed(before.timeNs()));
            } else if (before instanceof PhaseStart start) {
                assertThat(after).isEqualTo(new PhaseStart(start.timeNs(), start.phase(), BreathingMode.FREE));
            } else if (before instanceof PacerSetting pacer && pacer.mode() != PacerMode.OFF) {
                assertThat(after)
                        .isEqualTo(new PacerSetting(
                                pacer.timeNs(),
                                pacer.mode(),
                                pacer.ratePerMin(),
                                pacer.rampFromPerMin(),
                                0.3,
                                pacer.pauseAfterInMs(),
                                pacer.pauseAfterOutMs()));
            } else if (before instanceof SensorIdentity identity) {
                assertThat(((SensorIdentity) after).source()).isEqualTo(BeatSource.PULSE);
                assertThat(((SensorIdentity) after).name()).isEqualTo(identity.name());
            } else {
                assertThat(after).isSameAs(before);
            }
        }
    }
}
