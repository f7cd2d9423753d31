package org.soothe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.soothe.engine.Sessions.SECOND_NS;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.response.OrderEvidence;
import org.soothe.response.PhaseChange;
import org.soothe.response.ReliableChange;
import org.soothe.response.SelfReportReading;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;

class PhaseReportsTest {

    private static final SimulatedScript THREAT =
            SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED).lasting(300, 300, 300);

    @Test
    void aPhaseIsComparedWithTheRestBeforeItAndBracketedByTheRestAfterIt() {
        List<PhaseReport> reports = PhaseReports.of(Sessions.events(THREAT, 51));
        assertThat(reports)
                .extracting(report -> report.measures().phase())
                .containsExactly(Phase.BASELINE_PACED, Phase.COMPASSION_SELF, Phase.RECOVERY);
        PhaseReport exercise = reports.get(1);
        PhaseChange change = Objects.requireNonNull(exercise.change());
        double difference = exercise.measures().lnRmssd().orNaN()
                - reports.get(0).measures().lnRmssd().orNaN();
        assertThat(change.lnRmssd().orNaN()).isCloseTo(difference, within(1e-9));
        assertThat(change.rmssdPercent().orNaN()).isCloseTo(ReliableChange.percentChange(difference), within(1e-6));
        PhaseChange bracketed = Objects.requireNonNull(exercise.bracketed());
        double rest = 0.5
                * (reports.get(0).measures().heartRateBpm().orNaN()
                        + reports.get(2).measures().heartRateBpm().orNaN());
        assertThat(bracketed.heartRateBpm().orNaN())
                .isCloseTo(exercise.measures().heartRateBpm().orNaN() - rest, within(0.2));
        assertThat(reports.get(0).change()).isNull();
    }

    @Test
    void aPhaseOfLessThanThreeMinutesIsNotComparable() {
        List<PhaseReport> reports = PhaseReports.of(Sessions.events(THREAT.lasting(300, 150, 0), 52));
        PhaseChange change = Objects.requireNonNull(reports.get(1).change());
        assertThat(change.verdict()).isEqualTo(ReliableChange.Verdict.NOT_COMPARABLE);
        assertThat(change.lnRmssd().isAvailable()).isFalse();
    }

    @Test
    void ratingsBelongToThePhaseBeforeThemAndAreReadBesideTheBody() {
        List<PhaseReport> reports = PhaseReports.of(Sessions.events(
                THREAT.lasting(300, 300, 0),
                53,
                new SelfReport(299 * SECOND_NS, SelfReportItem.DISTRESS, 1),
                new SelfReport(599 * SECOND_NS, SelfReportItem.DISTRESS, 6)));
        assertThat(reports.get(0).ratingCount()).containsEntry(SelfReportItem.DISTRESS, 1);
        assertThat(reports.get(1).ratingCount()).containsEntry(SelfReportItem.DISTRESS, 6);
        assertThat(reports.get(1).reading()).isIn(SelfReportReading.AGREE_THREAT, SelfReportReading.GO_BY_THE_WORDS);
    }

    @ParameterizedTest(name = "pace {0}, in-breath {1}: compared {2}")
    @CsvSource({"5.5, 0.45, true", "5.7, 0.45, true", "6.0, 0.45, false", "5.5, 0.40, false"})
    void aPacedPhaseIsComparedOnlyWithARestOfItsPaceAndInBreath(
            double ratePerMin, double inhaleRatio, boolean compared) {
        List<PhaseReport> reports = PhaseReports.of(Sessions.events(
                THREAT.lasting(300, 300, 0),
                54,
                PacerSetting.steady(300 * SECOND_NS, ratePerMin, inhaleRatio),
                new SelfReport(599 * SECOND_NS, SelfReportItem.SAFE, 2)));
        assertThat(reports.get(1).change() != null).isEqualTo(compared);
        assertThat(reports.get(1).reference() != null).isEqualTo(compared);
        assertThat(reports.get(1).reading() == SelfReportReading.GO_BY_THE_WORDS)
                .isEqualTo(!compared);
    }

    @Test
    void theTimeOfAllStatesIsThatOfThePhase() {
        PhaseReport exercise = PhaseReports.of(Sessions.events(THREAT, 55)).get(1);
        long allNs =
                exercise.shownNs().values().stream().mapToLong(Long::longValue).sum();
        assertThat(allNs).isBetween(295 * SECOND_NS, 300 * SECOND_NS);
        assertThat(exercise.shown()).isIn(exercise.shownNs().keySet());
    }

    @Test
    void compassionAndControlAgainstOneRestAreOneSessionOfEvidence() {
        List<PhaseReport> both = PhaseReports.of(Sessions.events(
                THREAT.lasting(300, 700, 0),
                56,
                new PhaseStart(650 * SECOND_NS, Phase.CONTROL_IMAGERY, BreathingMode.PACED)));
        OrderEvidence evidence = SessionOrder.add(OrderEvidence.none(), both);
        assertThat(evidence.sessionCount()).isEqualTo(1);
        assertThat(evidence.towardsSoothingRatio()).isIn(0.5, 1.5);
        List<PhaseReport> one = PhaseReports.of(Sessions.events(THREAT, 56));
        assertThat(SessionOrder.add(evidence, one)).isEqualTo(evidence);
    }
}
