package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.response.ReliableChange.Verdict;

class ReliableChangeTest {

    @Test
    void theThresholdsAreThoseOfG11() {
        assertThat(ReliableChange.consecutive().lnThreshold()).isCloseTo(0.261665, within(1e-6));
        assertThat(ReliableChange.apart().lnThreshold()).isCloseTo(0.530663, within(1e-6));
    }

    @Test
    void inPercentTheyAreThirtyUpAndTwentyThreeDown() {
        double threshold = ReliableChange.consecutive().lnThreshold();
        assertThat(ReliableChange.percentChange(threshold)).isCloseTo(30, within(0.1));
        assertThat(ReliableChange.percentChange(-threshold)).isCloseTo(-23, within(0.1));
    }

    @Test
    void theVerdictTurnsAtTheThreshold() {
        ReliableChange rule = ReliableChange.consecutive();
        assertThat(rule.judge(rule.lnThreshold())).isEqualTo(Verdict.ROSE);
        assertThat(rule.judge(-rule.lnThreshold())).isEqualTo(Verdict.FELL);
        assertThat(rule.judge(0.26)).isEqualTo(Verdict.NO_RELIABLE_CHANGE);
        assertThat(rule.judge(-0.26)).isEqualTo(Verdict.NO_RELIABLE_CHANGE);
        assertThat(ReliableChange.apart().judge(0.27)).isEqualTo(Verdict.NO_RELIABLE_CHANGE);
    }

    @Test
    void aPhaseWithoutAValueIsNotNoChange() {
        assertThat(ReliableChange.consecutive().judge(Double.NaN)).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    @ParameterizedTest(name = "typical error {0} %")
    @ValueSource(doubles = {0, -1, -100, Double.NaN, Double.POSITIVE_INFINITY})
    void aTypicalErrorThatIsNoneFailsAtOnce(double typicalErrorPercent) {
        assertThatThrownBy(() -> ReliableChange.ofTypicalErrorPercent(typicalErrorPercent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lnThreshold");
    }
}
