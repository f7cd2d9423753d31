package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.soothe.engine.Sessions.SECOND_NS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.QualityGrade;
import org.soothe.breathing.Adherence;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.response.PauseOffer;
import org.soothe.response.ResponseReason;
import org.soothe.response.ResponseSignal;
import org.soothe.response.ResponseState;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;

/** The rules of the response (physiology basis 3.2, 5.1 to 5.4, 5.10) through the whole engine. */
class ResponseRulesTest {

    private static final long MARKER_NS = 300 * SECOND_NS;

    private static SimulatedScript neutral(BreathingMode mode) {
        return SimulatedScript.of(ResponseKind.NEUTRAL, mode);
    }

    @Test
    void withoutAPhaseNothingIsSaid() {
        ResponseSignal signal = new Engine().snapshot().response();
        assertThat(signal).isEqualTo(new ResponseSignal.Unreadable(ResponseReason.NO_PHASE));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(BreathingMode.class)
    void theReferenceAndTheFirst75SecondsAreSettlingAndThenAStateIsShown(BreathingMode mode) {
        NavigableMap<Long, ResponseState> states = states(Sessions.events(neutral(mode), 5));
        assertThat(states.headMap(MARKER_NS + 75 * SECOND_NS).values()).containsOnly(ResponseState.SETTLING);
        assertThat(states.get(MARKER_NS + 75 * SECOND_NS)).isEqualTo(ResponseState.NEUTRAL);
    }

    @ParameterizedTest(name = "exercise {0}")
    @EnumSource(BreathingMode.class)
    void aReferenceBreathedAnotherWayIsRefused(BreathingMode mode) {
        BreathingMode other = mode == BreathingMode.FREE ? BreathingMode.PACED : BreathingMode.FREE;
        List<Event> events = Sessions.events(neutral(mode).withReferenceMode(other), 6);
        assertReasonsAfterMarker(events, ResponseReason.NO_MATCHING_REFERENCE);
    }

    @ParameterizedTest(name = "pace {0}, in-breath share {1}")
    @CsvSource({"5.9, 0.45", "5.1, 0.45", "5.5, 0.50"})
    void anotherPaceOrInBreathShareIsRefused(double perMin, double inhaleRatio) {
        List<Event> events =
                Sessions.events(neutral(BreathingMode.PACED), 7, PacerSetting.steady(MARKER_NS, perMin, inhaleRatio));
        assertReasonsAfterMarker(events, ResponseReason.NO_MATCHING_REFERENCE);
    }

    @Test
    void aPaceWithinTheToleranceIsCompared() {
        List<Event> events =
                Sessions.events(neutral(BreathingMode.PACED), 7, PacerSetting.steady(MARKER_NS, 5.7, 0.45));
        assertThat(reasons(events, MARKER_NS)).doesNotContain(ResponseReason.NO_MATCHING_REFERENCE);
    }

    @Test
    void aReferenceShorterThanThreeMinutesIsNotUsable() {
        List<Event> shortOne = Sessions.events(neutral(BreathingMode.FREE).lasting(175, 300, 0), 8);
        assertThat(reasons(shortOne, 175 * SECOND_NS)).containsExactly(ResponseReason.REFERENCE_NOT_USABLE);
        List<Event> longOne = Sessions.events(neutral(BreathingMode.FREE).lasting(180, 300, 0), 8);
        assertThat(reasons(longOne, 180 * SECOND_NS)).doesNotContain(ResponseReason.REFERENCE_NOT_USABLE);
    }

    @Test
    void aReferenceIsTooOldAfterFifteenMinutes() {
        List<Event> events = Sessions.events(neutral(BreathingMode.FREE).lasting(300, 1000, 0), 9);
        List<Long> tooOld = new ArrayList<>();
        Sessions.run(events, snapshot -> {
            if (snapshot.response() instanceof ResponseSignal.Unreadable unreadable
                    && unreadable.reason() == ResponseReason.REFERENCE_TOO_OLD) {
                tooOld.add(snapshot.tickNs());
            }
        });
        assertThat(tooOld).first().isEqualTo(MARKER_NS + 905 * SECOND_NS);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = MarkerKind.class,
            names = {"MOVED", "SPOKE"})
    void movementAndSpeechAreUnreadableAtOnceAndForAMinute(MarkerKind kind) {
        long movedNs = MARKER_NS + 121 * SECOND_NS;
        List<Event> events = Sessions.events(neutral(BreathingMode.FREE), 10, new Marker(movedNs, kind, ""));
        List<Long> moved = new ArrayList<>();
        Sessions.run(events, snapshot -> {
            if (snapshot.response() instanceof ResponseSignal.Unreadable unreadable
                    && unreadable.reason() == ResponseReason.MOVEMENT) {
                moved.add((snapshot.tickNs() - movedNs) / SECOND_NS);
            }
        });
        assertThat(moved).first().isEqualTo(4L);
        assertThat(moved).last().isEqualTo(59L);
        assertThat(moved).hasSize(12);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Phase.class,
            names = {"LETTER_WRITING", "QUESTIONS", "TIME_OUT", "CALIBRATION"})
    void phasesOfWritingAndSpeakingAreOnlyRecorded(Phase phase) {
        List<Event> events = Sessions.events(
                neutral(BreathingMode.FREE), 11, new PhaseStart(MARKER_NS + 1, phase, BreathingMode.FREE));
        assertReasonsAfterMarker(events, ResponseReason.PHASE_NOT_READ);
    }

    @Test
    void anAcceptedTimeOutPausesAndResumingSettlesAnew() {
        long outNs = MARKER_NS + 100 * SECOND_NS;
        long backNs = MARKER_NS + 151 * SECOND_NS;
        List<Event> events = Sessions.events(
                neutral(BreathingMode.FREE),
                12,
                new Marker(outNs, MarkerKind.TIMEOUT_ACCEPTED, ""),
                new Marker(backNs, MarkerKind.RESUMED, ""));
        NavigableMap<Long, ResponseState> states = states(events);
        assertThat(states.subMap(outNs + 1, backNs).values()).containsOnly(ResponseState.UNREADABLE);
        assertThat(states.subMap(backNs, backNs + 74 * SECOND_NS).values()).containsOnly(ResponseState.SETTLING);
        assertThat(states.get(MARKER_NS + 230 * SECOND_NS)).isEqualTo(ResponseState.NEUTRAL);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void withBadQualityNoStateIsEverShown(long seed) {
        SimulatedScript script = neutral(seed % 2 == 0 ? BreathingMode.FREE : BreathingMode.PACED)
                .with(AddOn.ARTIFACTS)
                .with(AddOn.PACKET_LOSS)
                .with(AddOn.CONTACT_LOSS);
        int[] bad = {0};
        Sessions.run(Sessions.events(script, seed), snapshot -> {
            if (snapshot.quality().grade() == QualityGrade.BAD && snapshot.tickNs() > 0) {
                bad[0]++;
                assertThat(snapshot.response().state()).isIn(ResponseState.UNREADABLE, ResponseState.SETTLING);
            }
        });
        assertThat(bad[0]).isPositive();
    }

    @Test
    void whoNoLongerFollowsThePacerIsNotRead() {
        List<Event> events = Sessions.events(neutral(BreathingMode.PACED).with(AddOn.LEAVES_PACER), 31);
        assertThat(reasons(events, MARKER_NS)).contains(ResponseReason.BREATHING_CHANGED);
    }

    @Test
    void aProbabilityIsGivenForEachCourseAndTheySumToOne() {
        List<Event> events = Sessions.events(SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED), 33);
        int[] readings = {0};
        Sessions.run(events, snapshot -> {
            if (snapshot.response() instanceof ResponseSignal.Reading reading) {
                readings[0]++;
                double sum = reading.pNeutral() + reading.pSoothing() + reading.pThreat() + reading.pOther();
                assertThat(sum).isCloseTo(1, within(1e-12));
                assertThat(reading.evidenceNs()).isBetween(60 * SECOND_NS, 305 * SECOND_NS);
            }
        });
        assertThat(readings[0]).isGreaterThan(30);
    }

    @Test
    void highDistressIsAnsweredWithAnOfferAndTheOfferStandsInTheSnapshot() {
        long ratedNs = MARKER_NS + 30 * SECOND_NS;
        List<Event> events =
                Sessions.events(neutral(BreathingMode.FREE), 34, new SelfReport(ratedNs, SelfReportItem.DISTRESS, 8));
        PauseOffer offer = Sessions.run(events, snapshot -> {}).snapshot().offer();
        assertThat(offer).isEqualTo(new PauseOffer(ratedNs, PauseOffer.Kind.TIME_OUT, PauseOffer.Cause.DISTRESS));
    }

    @Test
    void aPacedReferenceDecidesWhetherAdherenceCanBeJudged() {
        List<Event> events = Sessions.events(neutral(BreathingMode.PACED).with(AddOn.LEAVES_PACER), 35);
        Set<Adherence> seen = EnumSet.noneOf(Adherence.class);
        Sessions.run(events, snapshot -> {
            if (snapshot.tickNs() > MARKER_NS + 70 * SECOND_NS) {
                seen.add(snapshot.paced().adherence());
            }
        });
        assertThat(seen).doesNotContain(Adherence.UNKNOWN);
    }

    private static void assertReasonsAfterMarker(List<Event> events, ResponseReason only) {
        assertThat(reasons(events, MARKER_NS)).containsExactly(only);
        assertThat(new HashSet<>(
                        states(events).tailMap(MARKER_NS + 5 * SECOND_NS).values()))
                .containsExactly(ResponseState.UNREADABLE);
    }

    private static Set<ResponseReason> reasons(List<Event> events, long afterNs) {
        Set<ResponseReason> reasons = EnumSet.noneOf(ResponseReason.class);
        Sessions.run(events, snapshot -> {
            if (snapshot.tickNs() > afterNs && snapshot.response() instanceof ResponseSignal.Unreadable unreadable) {
                reasons.add(unreadable.reason());
            }
        });
        return reasons;
    }

    private static NavigableMap<Long, ResponseState> states(List<Event> events) {
        NavigableMap<Long, ResponseState> states = new TreeMap<>();
        Sessions.run(events, snapshot -> {
            if (snapshot.tickNs() > 0) {
                states.put(snapshot.tickNs(), snapshot.response().state());
            }
        });
        return states;
    }
}
