package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.sensor.serial.PortProblem.PortFile;

/** Which words belong to which error; what root cannot be refused is tried here as facts. */
class PortProblemTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, false, 2, MISSING",
        "true, false, true, 25, FORBIDDEN",
        "true, true, true, 13, FORBIDDEN",
        "true, true, false, 25, NO_PORT",
        "true, true, true, 11, BUSY",
        "true, true, true, 16, BUSY",
        "true, true, true, 2, BUSY",
        "true, true, true, 25, NO_PORT",
        "true, true, true, 5, NO_PORT",
        "true, true, true, 99, OTHER"
    })
    void theErrorIsJudgedWithTheFile(boolean exists, boolean mayUse, boolean mayBePort, int code, PortProblem problem) {
        assertThat(PortProblem.of(new PortFile(exists, mayUse, mayBePort), code))
                .isEqualTo(problem);
    }

    @Test
    void windowsSaysAccessDeniedWhereAPortIsBusy() {
        assertThat(PortProblem.ofWindows(5)).isEqualTo(PortProblem.BUSY);
        assertThat(PortProblem.ofWindows(2)).isEqualTo(PortProblem.MISSING);
        assertThat(PortProblem.ofWindows(31)).isEqualTo(PortProblem.OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemNamesThePortAndWhatToDo(PortProblem problem) {
        assertThat(problem.words("/dev/ttyX"))
                .contains("/dev/ttyX")
                .endsWith(".")
                .hasSizeGreaterThan(60);
    }
}
