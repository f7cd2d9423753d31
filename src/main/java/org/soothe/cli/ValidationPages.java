package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the validate commands write their pages. */
final class ValidationPages {
    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "docs/validation",
            description = "Where the page and what belongs to it go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("docs/validation");

    /** Writes a file into the folder, which is made if need be. */
    void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    /** Writes a page into the folder and prints it. */
    void publish(String name, String page, Terminal terminal) throws IOException {
        write(name, page);
        terminal.out().write(page.getBytes(StandardCharsets.UTF_8));
        terminal.out().flush();
    }
}
