package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.testing.External;

/** What people get wrong is answered by what was wrong, where, and what to do. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PlainWordsTest {
    private static final String REST = "samples/polar-rest.txt";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay F/noise.soothe | 2 | this is no session recorded by soothe, or too much of it is lost",
                "export F/noise.soothe --to csv --out F/x | 2 | files of other programs go through soothe import",
                "sessions verify F/noise.soothe | 2 | this is no session recorded by soothe",
                "sessions verify F | 2 | this is a folder; name a session in it",
                "sessions delete --yes F/nowhere.soothe | 2 | neither as a file nor in the library",
                "replay F/noise.soothe.txt --phases F/nowhere.csv | 2 | these are bytes, not text",
                "replay samples/polar-rest.txt --phases F/nowhere.csv | 2 | there is no such file; expected a file with time, phase",
                "replay samples/polar-rest.txt --phases F/empty.csv | 2 | the file is empty; expected time, phase and breathing",
                "import samples/polar-rest.txt --out F/s.soothe --key-file F/none.txt | 2 | there is no key file",
                "import samples/polar-rest.txt --out F/s.soothe --key-file F/empty.csv | 2 | holds no key",
                "export samples/polar-rest.txt --to edf --out F/nowhere/closed.edf | 74 | the folder is not there",
                "analyze samples/polar-rest.txt --method-card F/nowhere/card.txt | 74 | the folder is not there",
                "live --sensor ble: | 2 | Which strap? Such as ble:H10",
                "live --sensor simulated:neutral --strap-waves ecg | 2 | asks a strap over Bluetooth for its waves",
                "live --sensor simulated:neutral --duration 2s --out F/empty.csv/a.soothe | 74 | NOTHING WAS RECORDED into",
            })
    void itIsSaidWhatWasWrongAndWhere(String line, int code, String words) throws IOException {
        byte[] noise = new byte[3000];
        new java.util.SplittableRandom(7).nextBytes(noise);
        Files.write(folder.resolve("noise.soothe"), noise);
        Files.write(folder.resolve("noise.soothe.txt"), noise);
        Files.createFile(folder.resolve("empty.csv"));
        assertThat(shell.runLine(line.replace("F/", folder + "/").replaceAll(" F$", " " + folder)))
                .isEqualTo(code);
        assertThat(shell.err()).contains(words).doesNotContain("Exception", "\tat ");
    }

    @Test
    void anImportedSessionHasItsEndingInAnyLetters() {
        Path file = folder.resolve("a.SOOTHE");
        assertThat(shell.runLine("import " + REST + " --out " + file)).isZero();
        assertThat(shell.runLine("replay --verify " + file)).isZero();
        assertThat(shell.runLine("sessions show " + file)).isZero();
        assertThat(shell.out()).contains("begun       unknown");
    }

    @Test
    void anImportSaysWhichIntervalsHaveNoPlaceInTime() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.txt"), "800\n99999999999999999\n790\n820\n");
        assertThat(shell.runLine("import --dry-run " + file)).isZero();
        assertThat(shell.out()).contains("4 intervals, 0:02 (1 of them longer than a minute");
        Files.writeString(file, "800\n");
        assertThat(shell.runLine("import --dry-run " + file)).isZero();
        assertThat(shell.out()).contains("1 interval, 0:00\n");
    }

    @Test
    void aHoleOfHoursIsOneGapAndALeapOfYearsIsNoTime() throws IOException {
        Path file = Files.writeString(
                folder.resolve("far.csv"), "time_s,rr_ms\n0,800\n0.8,800\n9000,810\n9000.8,800\n1e12,790\n1e12,820\n");
        assertThat(shell.runLine("import --dry-run " + file)).isZero();
        assertThat(shell.out())
                .contains("6 intervals, 2:30:0", "gaps        2\n")
                .contains("The times leap ahead by more than a week 1 time; each time they are taken to begin anew");
    }

    @Test
    void aNameThatNoFileCanHaveAndAPseudonymThatNobodyHasAreRefused() {
        assertThat(shell.run("replay", "a\0b")).isEqualTo(2);
        assertThat(shell.err()).contains("can be no file's name here").doesNotContain("Exception");
        assertThat(shell.run(
                        "live",
                        "--sensor",
                        "simulated:neutral",
                        "--pseudonym",
                        "\u001b[31mred",
                        "--out",
                        folder.resolve("a.soothe").toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--pseudonym must be at most 64 characters");
        assertThat(folder.resolve("a.soothe")).doesNotExist();
    }

    @Test
    void aPulseStaysPrvOnItsWayThroughXdf() throws IOException {
        Path file = folder.resolve("pulse.xdf");
        assertThat(shell.runLine("export samples/pulse-sensor.txt --to xdf --out " + file))
                .isZero();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("<type>PRV features</type>")
                .doesNotContain("<type>HRV features</type>");
        assertThat(shell.runLine("import --dry-run " + file)).isZero();
        assertThat(shell.out()).contains("so the variability is PRV");
    }

    @Test
    @External(program = "bash", install = "apt-get install bash")
    void aFileThatDoesNotFitLeavesNoPart() throws Exception {
        Path file = folder.resolve("a.edf");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process limited = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 16; exec \"$0\" -XX:-UsePerfData -cp \"$1\" org.soothe.cli.Soothe export " + REST
                                + " --to edf --out \"$2\"",
                        java,
                        System.getProperty("java.class.path"),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(limited.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(limited.waitFor()).as(said).isEqualTo(74);
        assertThat(said).contains("the file may not become larger here");
        assertThat(file).doesNotExist();
    }

    @Test
    void aRowAMinuteStandsAtTheFullMinute() {
        assertThat(shell.runLine("live --sensor simulated:neutral --duration 3min --no-record"))
                .isZero();
        assertThat(shell.out().lines().filter(line -> line.matches(" +\\d:\\d\\d +\\d.*")))
                .extracting(line -> line.substring(0, 7))
                .containsExactly("   1:00", "   2:00");
    }
}
