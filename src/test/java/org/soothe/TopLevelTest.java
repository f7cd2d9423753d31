package org.soothe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first listing a newcomer sees stays short. */
class TopLevelTest {
    private static final Set<String> ALLOWED =
            Set.of("pom.xml", "README.md", "LICENSE", "src", "firmware-notes", "samples", "docs");

    @Test
    void theTopLevelHoldsOnlyWhatTheHouseNeeds() throws IOException, InterruptedException {
        Set<String> names = topLevel();

        assertThat(names).contains("pom.xml", "src");
        assertThat(names).filteredOn(name -> !name.startsWith(".")).isSubsetOf(ALLOWED);
    }

    /** What is tracked, in a checkout; in an unpacked archive everything but the build's own folder. */
    private static Set<String> topLevel() throws IOException, InterruptedException {
        Set<String> tracked = Files.exists(Path.of(".git")) ? tracked() : Set.of();
        if (!tracked.isEmpty()) {
            return tracked;
        }
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> tracked() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String listing = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() != 0
                    ? Set.of()
                    : Stream.of(listing.split("\0", -1))
                            .filter(path -> !path.isEmpty())
                            .map(path -> path.replaceFirst("/.*", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException gitIsNotHere) {
            return Set.of();
        }
    }
}
