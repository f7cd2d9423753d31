package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfReportReadingTest {

    @ParameterizedTest(name = "{0}, safe {1}, distress {2}: {3}")
    @CsvSource({
        "SOOTHING, 2, 0, AGREE_SOOTHING",
        "SOOTHING, 1, 0, GO_BY_THE_WORDS",
        "SOOTHING, 3, 2, CALM_BODY_HARD_FEELINGS",
        "THREAT_RESPONSE, 0, 2, AGREE_THREAT",
        "THREAT_RESPONSE, -2, 0, AGREE_THREAT",
        "THREAT_RESPONSE, 2, 0, MOVED_OR_WORKING",
        "THREAT_RESPONSE, 0, 0, GO_BY_THE_WORDS",
        "NEUTRAL, 5, 0, GO_BY_THE_WORDS",
        "UNREADABLE, 0, 9, GO_BY_THE_WORDS",
        "OTHER_ACTIVATION, 0, 9, GO_BY_THE_WORDS"
    })
    void theTableOfBodyAndWords(ResponseState body, int safe, int distress, SelfReportReading expected) {
        assertThat(SelfReportReading.of(body, safe, distress)).isEqualTo(expected);
    }
}
