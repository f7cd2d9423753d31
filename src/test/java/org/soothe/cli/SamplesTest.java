package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soothe.testing.ReferenceValues;

/** Every sample through analyze and replay, against the values that lie beside it. */
class SamplesTest {
    private static final Path FOLDER = Path.of("samples");
    private static final List<String> DATA = List.of(".txt", ".csv", ".hrm");

    private final Shell shell = new Shell();

    static Set<String> samples() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> DATA.stream().anyMatch(name::endsWith))
                    .forEach(names::add);
        }
        return names;
    }

    private static ReferenceValues expected() throws IOException {
        return ReferenceValues.of(Files.readAllBytes(FOLDER.resolve("expected.json")));
    }

    @Test
    void everySampleHasExpectedValuesAndALineInTheReadme() throws IOException {
        Set<String> samples = samples();
        String readme = Files.readString(FOLDER.resolve("README.md"));

        assertThat(samples).hasSizeGreaterThanOrEqualTo(6);
        for (String name : samples) {
            assertThat(expected().has(name + "/raw/beats")).as(name).isTrue();
            assertThat(readme).contains("| `" + name + "` |");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void analyzeFindsTheValuesOfOthers(String name) throws IOException {
        assertThat(shell.run("analyze", FOLDER.resolve(name).toString(), "--format", "json"))
                .isZero();
        ReferenceValues json = ReferenceValues.of(shell.outBytes());
        ReferenceValues expected = expected();

        for (String measure : expected.names(name + "/raw")) {
            double value = expected.number(name + "/raw/" + measure);
            assertThat(json.number("files/0/raw/" + measure)).as(measure).isCloseTo(value, within(1e-9 * value));
        }
        for (String measure : expected.names(name + "/truth")) {
            double value = expected.number(name + "/truth/" + measure);
            assertThat(json.number("files/0/corrected/" + measure)).as(measure).isCloseTo(value, within(0.05 * value));
        }
        assertThat(json.text("files/0/quality/grade")).isEqualTo(expected.text(name + "/quality"));
        assertThat(json.text("files/0/source")).isEqualTo(expected.text(name + "/source"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void replayTakesEveryBeatOfItAndInventsNone(String name) throws IOException {
        assertThat(shell.run("replay", FOLDER.resolve(name).toString(), "--json"))
                .isZero();
        String last = shell.out().lines().reduce("", (before, line) -> line);
        ReferenceValues json = ReferenceValues.of(last.getBytes(StandardCharsets.UTF_8));

        double beats = expected().number(name + "/raw/beats");
        assertThat(json.number("counters/beatCount")).isEqualTo(beats);
    }
}
