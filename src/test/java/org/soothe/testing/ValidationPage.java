package org.soothe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page {@code docs/validation.md}: prose of its own, and sections that tests compute. A section stands between
 * {@code <!-- section name -->} and {@code <!-- end -->}; with {@code -Dsoothe.docs.write=true} it is written, else compared.
 */
public final class ValidationPage {

    private static final Path PAGE = Path.of("docs", "validation.md");
    private static final String END = "<!-- end -->";

    private ValidationPage() {}

    /** Fails if a section says anything but this text, or if the text holds a number that is none. */
    public static void says(String section, String text) {
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity").endsWith("\n");
        if (Boolean.getBoolean("soothe.docs.write")) {
            write(replaced(read(), section, text));
        }
        assertThat(section(read(), section)).isEqualTo(text);
    }

    static String section(String page, String section) {
        return page.substring(start(page, section), end(page, section));
    }

    static String replaced(String page, String section, String text) {
        return page.substring(0, start(page, section)) + text + page.substring(end(page, section));
    }

    private static int start(String page, String section) {
        String mark = "<!-- section " + section + " -->\n";
        int at = page.indexOf(mark);
        assertThat(at).as("%s has a line %s", PAGE, mark.strip()).isNotNegative();
        return at + mark.length();
    }

    private static int end(String page, String section) {
        int at = page.indexOf(END, start(page, section));
        assertThat(at).as("section %s ends with %s", section, END).isNotNegative();
        return at;
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String page) {
        try {
            Files.writeString(PAGE, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
