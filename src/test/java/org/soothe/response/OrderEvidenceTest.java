package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden case G13 of the physiology basis. */
class OrderEvidenceTest {

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({"+++++++, 17.0859", "++++++++, 25.6289", "+++-++++, 8.5430"})
    void g13TheProductOfTheSigns(String signs, double expected) {
        OrderEvidence evidence = OrderEvidence.none();
        for (int i = 0; i < signs.length(); i++) {
            evidence = evidence.with(signs.charAt(i) == '+' ? 1 : -1, 0);
        }
        assertThat(evidence.towardsSoothingRatio()).isCloseTo(expected, within(5e-5));
        assertThat(evidence.sessionCount()).isEqualTo(signs.length());
    }

    @Test
    void tiesAndSessionsWithoutAValueAreDropped() {
        assertThat(OrderEvidence.none().with(1, 1).with(Double.NaN, 1)).isEqualTo(OrderEvidence.none());
    }

    @Test
    void theThreatDirectionHasReversedSigns() {
        OrderEvidence evidence = OrderEvidence.none().with(-1, 0).with(-2, 0);
        assertThat(evidence.towardsThreatRatio()).isEqualTo(2.25);
        assertThat(evidence.towardsSoothingRatio()).isEqualTo(0.25);
    }

    @Test
    void withFairCoinsItsMeanOverAllOrdersIsOne() {
        double sum = 0;
        for (int orders = 0; orders < 1 << 10; orders++) {
            OrderEvidence evidence = OrderEvidence.none();
            for (int session = 0; session < 10; session++) {
                evidence = evidence.with((orders >> session) % 2 == 0 ? 1 : -1, 0);
            }
            sum += evidence.towardsSoothingRatio();
        }
        assertThat(sum / (1 << 10)).isCloseTo(1, within(1e-12));
    }
}
