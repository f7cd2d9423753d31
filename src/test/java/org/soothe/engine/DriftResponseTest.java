package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.soothe.engine.Sessions.SECOND_NS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.QualityGrade;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;

/** The drift-aware detector behind the rules of the engine, which hold for it as for the filter. */
class DriftResponseTest {

    private static final long MARKER_NS = 300 * SECOND_NS;

    @ParameterizedTest(name = "{0}")
    @EnumSource(BreathingMode.class)
    void mostModerateThreatsAreFoundAndNoneIsCalledSoothing(BreathingMode mode) {
        int found = 0;
        for (long seed = 700; seed < 712; seed++) {
            Set<ResponseState> shown =
                    EnumSet.copyOf(states(Sessions.events(SimulatedScript.of(ResponseKind.THREAT, mode), seed))
                            .values());
            found += shown.contains(ResponseState.THREAT_RESPONSE) ? 1 : 0;
            assertThat(shown).doesNotContain(ResponseState.SOOTHING);
        }
        assertThat(found).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = MarkerKind.class,
            names = {"MOVED", "SPOKE"})
    void afterMovementOrSpeechTheEvidenceBeginsAnew(MarkerKind kind) {
        long movedNs = MARKER_NS + 121 * SECOND_NS;
        List<Event> events = Sessions.events(
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.FREE), 10, new Marker(movedNs, kind, ""));
        NavigableMap<Long, ResponseState> states = states(events);
        assertThat(states.subMap(movedNs, movedNs + 60 * SECOND_NS).values()).containsOnly(ResponseState.UNREADABLE);
        assertThat(states.subMap(movedNs + 60 * SECOND_NS, movedNs + 135 * SECOND_NS)
                        .values())
                .containsOnly(ResponseState.SETTLING);
        assertThat(states.get(MARKER_NS + 265 * SECOND_NS)).isEqualTo(ResponseState.NEUTRAL);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(BreathingMode.class)
    void aMarkedMovementIsNoLastingActivation(BreathingMode mode) {
        SimulatedScript moving = SimulatedScript.of(ResponseKind.NEUTRAL, mode).with(AddOn.MOVEMENT);
        int other = 0;
        for (long seed = 800; seed < 808; seed++) {
            other += states(Sessions.events(moving, seed)).containsValue(ResponseState.OTHER_ACTIVATION) ? 1 : 0;
        }
        assertThat(other).isLessThanOrEqualTo(2);
    }

    /** Without looking at the newest beats before they count, every third of them read as a threat response. */
    @Test
    void whoLetsThePacerGoIsNotOnGuardButUnreadable() {
        SimulatedScript leaving =
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.PACED).with(AddOn.LEAVES_PACER);
        for (long seed = 900; seed < 912; seed++) {
            NavigableMap<Long, ResponseState> states = states(Sessions.events(leaving, seed));
            assertThat(states.tailMap(MARKER_NS + SECOND_NS).values())
                    .as("seed %d", seed)
                    .containsOnly(ResponseState.SETTLING, ResponseState.UNREADABLE);
        }
    }

    /** Beats of a lost packet shift all later ones against the pacer, which looked like a smaller swing. */
    @Test
    void lostPacketsAreNoThreat() {
        SimulatedScript losing =
                SimulatedScript.of(ResponseKind.NEUTRAL, BreathingMode.PACED).with(AddOn.PACKET_LOSS);
        int threats = 0;
        for (long seed = 930; seed < 950; seed++) {
            threats += states(Sessions.events(losing, seed)).containsValue(ResponseState.THREAT_RESPONSE) ? 1 : 0;
        }
        assertThat(threats).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(BreathingMode.class)
    void aReferenceBreathedAnotherWayIsRefused(BreathingMode mode) {
        BreathingMode other = mode == BreathingMode.FREE ? BreathingMode.PACED : BreathingMode.FREE;
        List<Event> events =
                Sessions.events(SimulatedScript.of(ResponseKind.THREAT, mode).withReferenceMode(other), 6);
        Set<ResponseReason> reasons = EnumSet.noneOf(ResponseReason.class);
        run(events, snapshot -> {
            if (snapshot.tickNs() > MARKER_NS && snapshot.response() instanceof ResponseSignal.Unreadable unreadable) {
                reasons.add(unreadable.reason());
            }
        });
        assertThat(reasons).containsExactly(ResponseReason.NO_MATCHING_REFERENCE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void withBadQualityNoStateIsEverShown(long seed) {
        SimulatedScript script = SimulatedScript.of(
                        ResponseKind.THREAT, seed % 2 == 0 ? BreathingMode.FREE : BreathingMode.PACED)
                .with(AddOn.ARTIFACTS)
                .with(AddOn.PACKET_LOSS)
                .with(AddOn.CONTACT_LOSS);
        int[] bad = {0};
        run(Sessions.events(script, seed), snapshot -> {
            if (snapshot.quality().grade() == QualityGrade.BAD && snapshot.tickNs() > 0) {
                bad[0]++;
                assertThat(snapshot.response().state()).isIn(ResponseState.UNREADABLE, ResponseState.SETTLING);
            }
        });
        assertThat(bad[0]).isPositive();
    }

    @Test
    void theFourProbabilitiesSumToOne() {
        List<Double> sums = new ArrayList<>();
        run(Sessions.events(SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED), 33), snapshot -> {
            if (snapshot.response() instanceof ResponseSignal.Reading reading) {
                sums.add(reading.pNeutral() + reading.pSoothing() + reading.pThreat() + reading.pOther());
            }
        });
        assertThat(sums)
                .hasSizeGreaterThan(30)
                .allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
    }

    private static void run(List<Event> events, Consumer<Snapshot> tick) {
        Sessions.run(new Engine(ResponseMethod.DRIFT), events, tick);
    }

    private static NavigableMap<Long, ResponseState> states(List<Event> events) {
        NavigableMap<Long, ResponseState> states = new TreeMap<>();
        run(events, snapshot -> {
            if (snapshot.tickNs() > 0) {
                states.put(snapshot.tickNs(), snapshot.response().state());
            }
        });
        return states;
    }
}
