package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.testing.ReferenceValues;

class SootheTest {
    private static final String REST = "samples/polar-rest.txt";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "analyze --help",
                "replay --help",
                "live --help",
                "sensors --help",
                "export --help",
                "sessions --help",
                "import --help",
                "generate-completion --help",
                "help"
            })
    void helpNamesTheUseAndTheExitCodesAndFitsTheScreen(String line) {
        assertThat(shell.runLine(line)).isZero();
        assertThat(shell.out()).contains("Usage: soothe");
        assertThat(shell.out().lines()).allMatch(text -> text.length() <= 100);
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out()).matches("soothe \\d+\\.\\d+.*\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | A command is missing.",
                "sing | Unmatched argument at index 0: 'sing'",
                "analyze | Missing required parameter: 'FILE'",
                "analyze x --format xml | Invalid value for option '--format'",
                "analyze x --window 5 | such as 5min or 120s, was \"5\"",
                "analyze x --window 1s | such as 5min or 120s, was \"1s\"",
                "analyze x --unit bpm | must be ms, s or ticks, was \"bpm\"",
                "analyze x --rate -5 | --rate must be above 0 samples per second, was -5.0.",
                "replay x --speed fast | must be 0.1 to 100000, or max, was \"fast\"",
                "replay x --speed 0 | must be 0.1 to 100000, or max, was \"0\"",
                "live | Missing required option: '--sensor=SENSOR'",
                "live --sensor flute:1 | \"flute:1\" names no kind of sensor. There are:",
                "live --sensor simulated | Which simulated person? There are: neutral, moderate-threat, small-threat,",
                "live --sensor simulated:nobody | There is no simulated person \"nobody\". There are: neutral,",
                "live --sensor simulated:neutral+cold | can have no \"cold\". There are: artifacts, artifacts-apart, packet-loss,",
                "live --sensor simulated:neutral --speed max | must be 0.1 to 100000, was \"max\"",
                "live --sensor simulated:neutral --duration 5 | such as 2min or 90s, was \"5\"",
                "import x | Say where to with --out, or --dry-run",
                "import x --out README.md | README.md exists already",
                "export x --to csv | Missing required option: '--out=PATH'",
                "export x --to xls --out y | Invalid value for option '--to'",
                "export x --to parquet --out y | This build cannot write a folder of Parquet tables; build it with mvn",
                "export x --to csv --out README.md | README.md exists already",
                "export x --to csv --out src | src exists already",
                "export x --to csv --out y --subject Ada-L | must be 1 to 32 letters and digits, was \"Ada-L\"",
                "export x --to csv --out y --start now | must be a time with its zone",
                "replay x --pacer 30 | must be 4 to 10 breaths a minute, was \"30\"",
            })
    void aWrongCommandLineIsToldAndEndsWithTwo(String line, String message) {
        int code = line.isEmpty() ? shell.run() : shell.runLine(line);
        assertThat(code).isEqualTo(2);
        assertThat(shell.err()).contains(message).doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "analyze --format json", "analyze --format csv", "replay", "replay --json"})
    void aWrongFileIsOneLineOnTheErrorStreamAndEndsWithTwo(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.txt"), "812\nhello\n");
        assertThat(shell.runLine(command + " " + file)).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("soothe: " + file
                        + ", line 2: read \"hello\"; expected an RR interval such as 812 or 0.812.\n");
    }

    @Test
    void aWrongFileAmongOthersDoesNotTakeTheirResultsAway() {
        assertThat(shell.run("analyze", "none.txt", REST, "--format", "json")).isEqualTo(2);
        assertThat(shell.err()).contains("none.txt: there is no such file");
        assertThat(ReferenceValues.of(shell.outBytes()).text("files/0/path")).isEqualTo(REST);
    }

    @Test
    void jsonOfAnalyzeHasTheNamesThatOtherProgramsRelyOn() {
        assertThat(shell.run("analyze", "samples/paced-6-per-min.txt", "--format", "json"))
                .isZero();
        ReferenceValues json = ReferenceValues.of(shell.outBytes());
        for (String block : new String[] {"raw", "corrected", "windows/0/corrected"}) {
            for (String name :
                    "beats meanRrMs meanHeartRateBpm sdnnMs rmssdMs lnRmssd pnn50Percent lfMs2 hfMs2".split(" ", -1)) {
                assertThat(json.has("files/0/" + block + "/" + name))
                        .as(block + " " + name)
                        .isTrue();
            }
        }
        assertThat(json.names("files/0/artifacts")).contains("missed", "extra", "ectopic", "longShort");
        assertThat(json.names("files/0/quality")).contains("correctedPercent", "coveragePercent", "longestGapMs");
        assertThat(json.text("files/0/quality/grade")).isEqualTo("GOOD");
        assertThat(json.text("files/0/corrected/reasons/breathingRatePerMin")).isEqualTo("BREATHING_UNKNOWN");
        assertThat(shell.out()).contains("\"breathingRatePerMin\":null");
        assertThat(json.text("method/program/version")).isNotEmpty();
    }

    @Test
    void csvHasOneRowPerPartAndAsManyCellsAsNames() {
        assertThat(shell.run("analyze", REST, "--format", "csv", "--window", "2min"))
                .isZero();
        String[] lines = shell.out().split("\n", -1);
        assertThat(lines).hasSize(7);
        for (int i = 0; i < 6; i++) {
            assertThat(lines[i].split(",", -1)).as("row " + i).hasSameSizeAs(lines[0].split(",", -1));
        }
        assertThat(lines[1]).startsWith(REST + ",raw,0.0,474.017,450,");
        assertThat(lines[5]).startsWith(REST + ",window 3,240.0,360.0,");
    }

    @Test
    void theTableFitsAHundredColumns() {
        assertThat(shell.run("analyze", REST, "samples/strap-ectopics.csv", "samples/wristband.csv"))
                .isZero();
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(shell.out()).contains("chest strap", "Heart rate", "How these numbers were made");
    }

    @Test
    void replayGivesTheSameBytesAtAnySpeedAndEveryTime() {
        shell.run("replay", REST, "--json");
        byte[] first = shell.outBytes();
        shell.run("replay", REST, "--json", "--speed", "50");
        byte[] paced = shell.outBytes();
        shell.run("replay", REST, "--json", "--speed", "max");
        assertThat(shell.outBytes()).isEqualTo(first).isEqualTo(paced);
        assertThat(shell.out().lines())
                .hasSize(450)
                .allMatch(line -> line.startsWith("{\"timeNs\":") && line.endsWith("}"));
    }

    @Test
    void thePacerShowsTheSwingThatIsInTheRecording() {
        shell.run("replay", "samples/paced-6-per-min.txt", "--json", "--pacer", "6");
        String last = shell.out().lines().reduce("", (before, line) -> line);
        ReferenceValues json = ReferenceValues.of(last.getBytes(StandardCharsets.UTF_8));
        assertThat(json.number("rsaAmplitudeMs")).isBetween(79.0, 81.0);
        assertThat(json.number("breathingRatePerMin")).isEqualTo(6);
        assertThat(json.text("adherence")).isEqualTo("FOLLOWING");
    }

    @Test
    void plainLinesComeOnceAMinute() {
        assertThat(shell.run("replay", REST)).isZero();
        assertThat(shell.out())
                .contains("   1:00 ", "   7:00 ", "450 beats until 7:54")
                .doesNotContain("\u001b");
    }

    @Test
    void theLiveViewIsCalmAndGivesTheCursorBack() {
        assertThat(shell.runWatched("replay", REST, "--pacer", "5.5", "--speed", "50"))
                .isZero();
        assertThat(shell.out())
                .contains("Heart rate", "RMSSD", "HF power", "Breathing", "RSA", "Signal", "Pacer", "beats a minute")
                .contains("There are not enough heartbeats yet.")
                .startsWith("\u001b[?25l")
                .endsWith("\u001b[?25h")
                .doesNotContain("\u001b[31m")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay --json", "replay", "analyze --format json", "analyze --format csv", "analyze"})
    void aReaderThatHasSeenEnoughIsNoError(String command) {
        OutputStream closing = new OutputStream() {
            private int count;

            @Override
            public void write(int b) throws IOException {
                if (++count > 100) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        assertThat(shell.runInto(closing, (command + " " + REST).split(" ", -1)))
                .isZero();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theCompletionScriptNamesCommandsAndOptions() {
        assertThat(shell.run("generate-completion")).isZero();
        assertThat(shell.out()).startsWith("#!/usr/bin/env bash").contains("analyze", "replay", "--pacer", "--window");
    }
}
