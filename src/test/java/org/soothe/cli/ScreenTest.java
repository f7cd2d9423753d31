package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines that are redrawn in place. */
class ScreenTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Screen screen = new Screen(out);

    private String written() {
        screen.write();
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    @Test
    void aLongValueGoesOnBelowItselfAndRedrawingCountsItsLines() {
        screen.line("Response", "may be a threat response (100 %; compared with the own start, heart rate clearly up)");
        String[] lines = written().replaceAll("\u001b\\[[?0-9]*[a-zA-Z]", "").split("\n");
        assertThat(lines)
                .containsExactly(
                        "  Response      may be a threat response (100 %; compared with the own start,",
                        "                heart rate clearly up)");
        screen.home();
        assertThat(written()).isEqualTo("\r\u001b[2A");
    }

    @Test
    void aLineThatATerminalIsTooNarrowForIsCutOffByItAndNotBroken() {
        screen.line("x");
        assertThat(written()).isEqualTo("\u001b[?7l\u001b[2Kx\u001b[?7h\n");
    }

    @Test
    void aWordWithoutAnEndStaysInOneLine() {
        screen.line("Note", "x".repeat(100));
        assertThat(written().split("\n")).hasSize(1);
    }
}
