package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;

class WrongFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neurokit-resting/bio_resting_5min.belt-rate.csv | this seems to be a breathing rate",
                "neurokit-resting/bio_resting_5min.belt-troughs.txt | this seems to be a list of sample numbers",
                "neurokit-resting/bio_eventrelated.ecg.derived-peaks.txt | samples per second with --rate",
                "stress-predict/S02_tags.csv | this seems to be a list of clock times",
                "mitdb-100/100.hea | this is a WFDB header",
                "afdb-03665/03665.qrs | the rate in samples per second with --rate",
                "synth/manifest.json | this is JSON without a list of numbers on its first level",
                "synth/artifacts_1pct_0.json | the lists in this JSON are: clean_beats_ms, corrupt_beats_ms",
            })
    void aFileWithoutIntervalsIsToldWhatItSeemsToBe(String name, String seen) {
        assertThatThrownBy(() -> TestData.read(name))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(seen)
                .hasMessageContaining("expected ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "812;hello;790 | , line 2: read \"hello\"; expected an RR interval such as 812 or 0.812.",
                "t_s,rr_ms;1,812;2 | , line 3: read \"2\"; expected 2 columns.",
                "72;71;75;74 | these may be heart rates in beats per minute; expected RR intervals whose unit is clear",
                "rr_ms;0.8;0.81;0.8 | says milliseconds, but the middle value is 0.8",
                "0.01;-0.02;0.02;0.01 | this may be a raw wave",
                "Hello world | line 1: read \"Hello world\"; expected a column of RR intervals",
                "t_s,hr_bpm;1,72 | this seems to hold heart rates",
                "unix_s,hr_bpm,resp_bpm_from_ppg,stress;1,2,3,0 | this seems to be a table of labels (columns unix_s hr_bpm",
                "0.8;810;0.81;820 | , line 2: read \"810\"; expected one unit in the whole file, but 2 intervals",
                "rr_ms;800;0.8;810;0.81 | , line 3: read \"0.8\"; expected one unit",
                "t_s,ecg_mv;0,1;1,2 | this seems to be a raw wave",
                "1644831900.00;64.000000;-0.00;1.5 | this seems to be a raw wave (start and sample rate",
                "1 2 800;2 3 810 | else tell which column with --column",
                "[Params];Interval=5;[HRData];70 | line 2: read \"Interval=5\"; expected Interval=238",
                "[Params];Interval=238;[HRData];800;x | line 5: read \"x\"; expected an RR interval in milliseconds.",
                "[800, 810 | the JSON breaks on line",
                "1644227574.0, IBI;604.0 | line 2: read \"604.0\"; expected seconds since the start",
                "# only;# comments | comments and empty lines only",
                "sample,symbol;77,N;370,NN | line 3: read \"370,NN\"; expected a sample number and a symbol",
                "NaN;0;-5 | there is no interval above 0 in it (3 rows)",
            })
    void theMessageNamesTheLineWhatWasReadAndWhatWasExpected(String text, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.txt"), text.replace(';', '\n'));
        assertThatThrownBy(() -> RecordingReader.read(file, ReadOptions.recognise()))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining("wrong.txt")
                .hasMessageContaining(message);
    }

    @Test
    void missingEmptyAndFolderAreNamed() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        assertThatThrownBy(() -> read(empty)).hasMessageContaining("empty.txt: the file is empty; expected");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> read(folder.resolve("none.txt"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> read(Path.of(""))).isInstanceOf(RecordingFormatException.class);
    }

    @Test
    void aHugeLineIsCutInTheMessage() throws Exception {
        Path file = Files.writeString(folder.resolve("huge.txt"), "812\n" + "9".repeat(3_000_000));
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("line 2")
                .hasMessageContaining("at most 10000 characters")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void controlCharactersOfAFileNeverReachTheTerminal() throws Exception {
        Path file = Files.writeString(folder.resolve("evil.txt"), "812\n\u001b[31mred\u0007\n");
        assertThatThrownBy(() -> read(file))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("\u001b").doesNotContain("\u0007"));
    }

    @Test
    void aBinaryWaveIsCalledBytesWithoutShowingThem() throws Exception {
        byte[] wave = new byte[3000];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (byte) (0x33 + 67 * i % 200 | 1);
        }
        Path file = Files.write(folder.resolve("100.dat"), wave);
        assertThatThrownBy(() -> read(file))
                .hasMessage(file + ": these are bytes, not text; a .dat of WFDB is a raw wave; expected "
                        + SourceFile.WANTED + ".");
    }

    @Test
    void aTextWithUmlautsOfAnOldMachineIsText() throws Exception {
        Path file = Files.write(
                folder.resolve("alt.txt"),
                "# Gr\u00f6\u00dfe in ms, \u00fcbung\n800\n810\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(file).rawMs()).containsExactly(800, 810);
    }

    @Test
    void anAnnotationFileCutShortIsNamed() throws Exception {
        byte[] bytes = Files.readAllBytes(TestData.path("mitdb-100/100.atr"));
        Path file = Files.write(folder.resolve("cut.atr"), Arrays.copyOf(bytes, 3));
        assertThatThrownBy(
                        () -> RecordingReader.read(file, ReadOptions.recognise().withSampleRateHz(360)))
                .isInstanceOf(RecordingFormatException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anyBytesUnderAnyNameAreReadOrRefused(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        String[] names = {"a.txt", "a.csv", "a.hrm", "a.atr", "a.json", "a.qrs", "a", "a.dat", "IBI.csv"};
        String alphabet = "0123456789.,;\t -+eE#\"NAa[]{}:rib\n\n\n\r";
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 200)];
            boolean text = random.nextBoolean();
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (text ? alphabet.charAt(random.nextInt(alphabet.length())) : random.nextInt(256));
            }
            Path file = Files.write(folder.resolve(names[random.nextInt(names.length)]), bytes);
            try {
                RrRecording recording =
                        RecordingReader.read(file, ReadOptions.recognise().withSampleRateHz(250));
                assertThat(recording.rawMs()).isNotEmpty();
                assertThat(Arrays.stream(recording.rawMs()).allMatch(rr -> rr > 0))
                        .isTrue();
            } catch (RecordingFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 2000);
    }

    private static RrRecording read(Path path) throws RecordingFormatException {
        return RecordingReader.read(path, ReadOptions.recognise());
    }
}
