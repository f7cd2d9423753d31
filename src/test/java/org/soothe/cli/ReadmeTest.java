package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README promises, done. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final List<String> PROGRAMS = List.of("soothe ", "java -jar target/soothe.jar ");

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : fenced("sh")) {
            for (String program : PROGRAMS) {
                if (line.startsWith(program)) {
                    commands.add(line.substring(program.length()));
                }
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRuns(String command) {
        assertThat(shell.runLine(command.replace("target/exported/", folder + "/")))
                .isZero();
        assertThat(shell.out()).isNotEmpty();
        if (command.startsWith("live ")) {
            assertThat(shell.err()).startsWith("soothe: The time is over.").hasLineCount(1);
        } else {
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void theMainJobOfTheBuildRuns() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher args = Pattern.compile("<exec\\.args>([^<]+)</exec\\.args>").matcher(pom);
        assertThat(args.find()).isTrue();
        assertThat(shell.runLine(args.group(1))).isZero();
        assertThat(shell.out()).contains("450 beats");
        assertThat(fenced("sh")).startsWith("mvn -q compile exec:java", "mvn verify");
    }

    @Test
    void theSessionLooksAsShown() throws IOException {
        List<String> shown = fenced("text");
        String command = shown.get(0).substring("$ soothe ".length());
        shell.runWatched(command.split(" ", -1));
        List<String> seen = shell.out()
                .lines()
                .map(line -> line.replaceAll("\u001b\\[[?0-9;]*[A-Za-z]", ""))
                .toList();

        for (String line : shown.subList(1, shown.size())) {
            if (!line.isEmpty() && !line.startsWith("  Pacer")) {
                assertThat(seen).as("README.md").contains(line);
            }
        }
        assertThat(seen).anyMatch(line -> line.startsWith("  Pacer         \u2590"));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)").matcher(Files.readString(README));
        int count = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
            count++;
        }
        assertThat(count).isGreaterThan(5);
    }

    private static List<String> fenced(String language) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(README, StandardCharsets.UTF_8)) {
            if (line.startsWith("```")) {
                inside = line.equals("```" + language);
            } else if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }
}
