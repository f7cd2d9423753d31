package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.testing.ReferenceValues;

/** What is written is so: nothing lost in silence, nothing called corrected that was left out, nothing unknown as a number. */
class TruthfulOutputTest {
    private static final String REST = "samples/polar-rest.txt";
    private static final String PULSE = "samples/pulse-sensor.txt";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"replay --json", "replay", "analyze --format json", "analyze --format csv", "analyze"})
    void aFullDiskIsToldAndEndsWithItsOwnCode(String command) {
        assertThat(shell.runInto(failing("No space left on device"), (command + " " + REST).split(" ", -1)))
                .isEqualTo(74);
        assertThat(shell.err()).isEqualTo("soothe: cannot write the results: the disk is full; please make room.\n");
    }

    @Test
    void aFullDiskIsToldByTheLiveViewToo() {
        assertThat(shell.runWatchedInto(failing("No space left on device"), "replay", REST))
                .isEqualTo(74);
        assertThat(shell.err()).contains("the disk is full; please make room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "Daten\u00fcbergabe unterbrochen (broken pipe)", "Stream Closed"})
    void onlyAReaderThatHasGoneIsNoError(String message) {
        assertThat(shell.runInto(failing(message), "replay", REST, "--json")).isZero();
        assertThat(shell.err()).isEmpty();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            private int count;

            @Override
            public void write(int b) throws IOException {
                if (++count > 100) {
                    throw new IOException(message);
                }
            }
        };
    }

    @Test
    void anIntervalThatWasLeftOutIsNotCalledCorrected() {
        shell.run("replay", REST);
        assertThat(shell.out()).contains("447 normal, 0 set right, 1 left out");

        shell.run("replay", REST, "--json");
        assertThat(lastLine().number("counters/leftOutCount")).isEqualTo(1);
        assertThat(lastLine().number("counters/longShortCount")).isEqualTo(1);

        shell.run("analyze", REST);
        assertThat(shell.out())
                .contains("Artifacts         1 too long or short; 0 intervals corrected, 1 left out")
                .doesNotContain("set right");

        shell.run("analyze", REST, "--format", "json");
        ReferenceValues json = ReferenceValues.of(shell.outBytes());
        assertThat(json.number("files/0/artifacts/longShort")).isEqualTo(1);
        assertThat(json.number("files/0/artifacts/leftOut")).isEqualTo(1);
        assertThat(json.number("files/0/corrected/correctedBeats")).isZero();
    }

    @Test
    void intervalsOutOfRangeCountAsLeftOut(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rr.txt");
        Files.writeString(file, "2500\n2600\n" + "800\n812\n805\n".repeat(30));
        shell.run("analyze", file.toString(), "--unit", "ms");
        assertThat(shell.out()).contains("2 out of range; 0 intervals corrected, 2 left out");
    }

    @ParameterizedTest
    @CsvSource({PULSE + ",PULSE,PRV", REST + ",STRAP,HRV", "samples/known-truth.txt,UNKNOWN,UNKNOWN"})
    void everyOutputSaysWhetherItIsHrvOrPrv(String file, String source, String label) {
        shell.run("analyze", file, "--format", "csv");
        List<String> rows = shell.out().lines().toList();
        int at = List.of(rows.get(0).split(",", -1)).indexOf("source");
        assertThat(rows.get(0)).contains(",source,variability");
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(List.of(row.split(",", -1)).subList(at, at + 2))
                        .containsExactly(source, label));

        shell.run("analyze", file, "--format", "json");
        ReferenceValues json = ReferenceValues.of(shell.outBytes());
        assertThat(json.text("files/0/source")).isEqualTo(source);
        assertThat(json.text("files/0/variability")).isEqualTo(label);

        shell.run("replay", file, "--json");
        assertThat(shell.out().lines())
                .allMatch(line -> line.contains("\"source\":\"" + source + "\",\"variability\":\"" + label + "\""));
        for (String command : new String[] {"analyze", "replay"}) {
            shell.run(command, file);
            assertThat(shell.out().contains("PRV")).isEqualTo(label.equals("PRV"));
        }
        shell.runWatched("replay", file);
        assertThat(shell.out().contains("PRV")).isEqualTo(label.equals("PRV"));
    }

    @Test
    void qualityIsUnknownBeforeTheFirstTick() {
        shell.run("replay", REST, "--json");
        ReferenceValues first = line(0);
        for (String name : new String[] {"correctedPercent", "coveragePercent", "longestGapMs"}) {
            assertThat(shell.out()).contains("\"" + name + "\":null");
            assertThat(first.text("reasons/" + name)).isEqualTo("TOO_FEW_BEATS");
        }
        assertThat(lastLine().number("correctedPercent")).isZero();
        assertThat(shell.out()).doesNotContain("NaN");
    }

    @Test
    void aDecidedBeatWithoutCorrectionSaysWhy() {
        shell.run("replay", "samples/strap-ectopics.csv", "--json");
        String left = shell.out()
                .lines()
                .filter(text -> text.contains("\"correctedRrMs\":null"))
                .findFirst()
                .orElseThrow();
        assertThat(ReferenceValues.of(left.getBytes(StandardCharsets.UTF_8)).text("reasons/correctedRrMs"))
                .isEqualTo("LEFT_OUT");
    }

    @Test
    void aWindowWithoutAcceptedBeatsHasNoCorrectedShare() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.txt"), "0.270\n".repeat(60));
        assertThat(shell.run("analyze", file.toString(), "--format", "json")).isZero();
        assertThat(ReferenceValues.of(shell.outBytes()).text("files/0/quality/reasons/correctedPercent"))
                .isEqualTo("TOO_FEW_BEATS");
        assertThat(shell.out()).contains("\"correctedPercent\":null").doesNotContain("NaN");
        shell.run("analyze", file.toString());
        assertThat(shell.out()).contains("no beat accepted").doesNotContain("NaN");
        shell.run("analyze", file.toString(), "--format", "csv");
        assertThat(shell.out()).doesNotContain("NaN");
    }

    @Test
    void theMethodOfACsvGoesToAFileBesideIt() throws IOException {
        Path card = folder.resolve("method.txt");
        assertThat(shell.run("analyze", REST, "--format", "csv", "--method-card", card.toString()))
                .isZero();
        assertThat(Files.readString(card))
                .startsWith("How these numbers were made\n")
                .contains("version", "5min");
        assertThat(shell.out().lines()).hasSize(4);
        shell.run("analyze", REST);
        // The screen leaves out how beats are found in waves, because this file has none.
        String written = Files.readString(card);
        assertThat(shell.out()).endsWith(written.substring(0, written.indexOf("  waves")));

        Path nowhere = folder.resolve("none").resolve("method.txt");
        assertThat(shell.run("analyze", REST, "--method-card", nowhere.toString()))
                .isEqualTo(74);
        assertThat(shell.err()).contains("cannot write").contains(nowhere.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze x --window .min | such as 5min or 120s, was \".min\"",
                "analyze x --window \u0663min | such as 5min or 120s",
                "replay x --speed 0.1f | must be 0.1 to 100000, or max, was \"0.1f\"",
                "replay x --speed 0x10p3 | must be 0.1 to 100000, or max, was \"0x10p3\"",
                "replay x --pacer 6d | must be 4 to 10 breaths a minute, was \"6d\"",
                "analyze x --rate 360f | must be a number of samples per second such as 360, was \"360f\"",
                "replay x --sped 5 | Unknown option: '--sped'",
            })
    void aWrongOptionIsTheMessageAndOneHint(String line, String message) {
        assertThat(shell.runLine(line)).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("soothe: ")
                .contains(message)
                .doesNotContain("Exception")
                .doesNotContain("Usage:")
                .endsWith("Help: soothe " + line.substring(0, line.indexOf(' ')) + " --help\n");
        assertThat(shell.err().lines().count()).isLessThanOrEqualTo(3);
    }

    @Test
    void aLongFileShowsThatItIsBeingRead() throws IOException {
        Path file = Files.writeString(folder.resolve("long.txt"), "0.800 \n0.8100\n".repeat(400_000));
        shell.runWithMessagesWatched("analyze", file.toString(), "--format", "csv");
        assertThat(shell.err()).contains("Reading").contains("Analysing");
        shell.runWithMessagesWatched("analyze", REST, "--format", "csv");
        assertThat(shell.err()).isEmpty();
    }

    private ReferenceValues line(int number) {
        return ReferenceValues.of(shell.out().lines().toList().get(number).getBytes(StandardCharsets.UTF_8));
    }

    private ReferenceValues lastLine() {
        return line((int) shell.out().lines().count() - 1);
    }
}
