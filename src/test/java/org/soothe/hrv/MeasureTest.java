package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @Test
    void aMeasureIsAValueOrAReason() {
        Measure there = Measure.of(27.5);
        Measure absent = Measure.withheld(WithheldReason.LOW_COVERAGE);

        assertThat(there).isEqualTo(Measure.of(27.5)).isNotEqualTo(absent).hasToString("27.5");
        assertThat(there.isAvailable()).isTrue();
        assertThat(there.orNaN()).isEqualTo(27.5);
        assertThat(absent.isAvailable()).isFalse();
        assertThat(absent.orNaN()).isNaN();
        assertThat(absent)
                .isEqualTo(Measure.withheld(WithheldReason.LOW_COVERAGE))
                .isNotEqualTo(Measure.withheld(WithheldReason.GAP_TOO_LONG))
                .hasSameHashCodeAs(Measure.withheld(WithheldReason.LOW_COVERAGE))
                .hasToString("withheld: LOW_COVERAGE");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noMeasureSaysWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> Measure.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(value));
    }

    @Test
    void aLiveValueThatIsNoNumberIsWithheld() {
        LiveValue live = new LiveValue();
        assertThat(live.measure()).isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));
        live.set(3);
        assertThat(live.measure()).isEqualTo(Measure.of(3));
        live.set(Double.NaN);
        assertThat(live.measure()).isEqualTo(Measure.withheld(WithheldReason.NO_VARIATION));
        assertThat(live.orNaN()).isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyReasonIsAPlainSentenceThatBlamesNobody(WithheldReason reason) {
        assertThat(reason.sentence())
                .matches("[A-Z].*\\.")
                .doesNotContainIgnoringCase("fail")
                .doesNotContainIgnoringCase("abnormal")
                .doesNotContainIgnoringCase("error")
                .doesNotContain("bad ");
    }
}
