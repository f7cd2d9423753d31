package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdherenceTest {

    @ParameterizedTest(name = "R2 {0} is {1}")
    @CsvSource({
        "1, FOLLOWING",
        "0.50, FOLLOWING",
        "0.4999, PARTLY",
        "0.30, PARTLY",
        "0.2999, NOT_FOLLOWING",
        "0, NOT_FOLLOWING",
        "NaN, UNKNOWN"
    })
    void theBordersBelongToTheBetterVerdict(double r2, Adherence expected) {
        assertThat(Adherence.of(r2)).isEqualTo(expected);
    }
}
