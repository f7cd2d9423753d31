package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.soothe.testing.ValidationPage;

class HrvValidationTest {

    @Test
    void thePageSaysWhatTheCodeGives() {
        String section = new HrvValidationPage().write();

        ValidationPage.says("hrv", section);
        assertThat(section).doesNotContain("| large |");
    }
}
