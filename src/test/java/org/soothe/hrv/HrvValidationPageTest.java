package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HrvValidationPageTest {

    private static final Path PAGE = Path.of("docs/validation/hrv.md");

    @Test
    void thePageSaysWhatTheCodeGives() throws IOException {
        String page = new HrvValidationPage().write();
        if (Boolean.getBoolean("soothe.docs.write")) {
            Files.createDirectories(PAGE.toAbsolutePath().getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
        assertThat(page).doesNotContain("| large |").doesNotContain("NaN");
    }
}
