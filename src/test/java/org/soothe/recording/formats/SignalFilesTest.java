package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.BeatSource;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.edf.EdfAnnotation;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.recording.formats.edf.EdfWriter;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.Sessions;
import org.soothe.recording.formats.xdf.XdfReader;
import org.soothe.recording.formats.xdf.XdfStream;
import org.soothe.recording.formats.xdf.XdfWriter;

/** Files of bytes: FIT, EDF, XDF, whole and damaged. */
class SignalFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fitHoldsIntervalsBetweenOtherMessages(boolean lowFirst) throws Exception {
        RrRecording recording = read("run.fit", FitFiles.withIntervals(lowFirst, 812, 790, 805, 811, 799, 1003, 820));
        assertThat(recording.rawMs()).containsExactly(812, 790, 805, 811, 799, 1003, 820);
        assertThat(recording.format()).isEqualTo("FIT file of a sports watch");
        assertThat(recording.unit()).contains("FIT, 1/1000 s");
        assertThat(recording.source()).isEqualTo(BeatSource.STRAP);
    }

    @Test
    void fitWithoutIntervalsSaysWhatToSwitchOn() {
        refused("run.fit", FitFiles.withIntervals(true), "logging of heart rate variability switched on");
        byte[] bytes = FitFiles.withIntervals(true, 812, 790, 805);
        bytes[40] ^= 1;
        refused("run.fit", bytes, "the checksum at byte");
        refused("run.fit", Arrays.copyOf(bytes, 60), "bytes long and should be");
    }

    @Test
    void anEdfWithoutOrWithTwoElectrocardiogramsAsks() throws Exception {
        refused(
                "a.edf",
                edf(signal("EEG Fpz-Cz", "uV"), signal("Resp", "mV")),
                "no signal is called ECG; there are 1 \"EEG Fpz-Cz\", 2 \"Resp\"");
        refused("b.edf", edf(signal("ECG I", "mV"), signal("ECG II", "mV")), "--column");
        refused("c.edf", edf(signal("ECG", "mmHg")), "the unit of signal \"ECG\" is \"mmHg\"");
        Path file = Files.write(folder.resolve("d.edf"), edf(signal("ECG I", "mV"), signal("Pulse", "")));
        assertThatThrownBy(
                        () -> RecordingReader.read(file, ReadOptions.recognise().withColumn("ECG III")))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining("there is no signal \"ECG III\"; there are 1 \"ECG I\", 2 \"Pulse\"");
    }

    @Test
    void anXdfOfAnotherClockIsBroughtToTheRecorders() throws Exception {
        XdfStream stream = XdfStream.ofNumbers("Strap", "RR", 0, List.of(new XdfStream.Channel("rr", "s")));
        double atS = 5000;
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double rrS = 0.8 + (i % 5) / 100.0;
            atS += rrS;
            expected.add(1000 * rrS);
            stream.add(atS, rrS);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XdfWriter.write(Map.of(), List.of(stream), out);
        byte[] bytes = withOffset(out.toByteArray(), 5000, 250.5);
        XdfStream shifted = XdfReader.read(Path.of("x"), bytes).streams().get(0);
        assertThat(shifted.timeS(0)).isEqualTo(stream.timeS(0) + 250.5);
        RrRecording recording = read("lab.xdf", bytes);
        assertThat(recording.unit()).isEqualTo("seconds (from the channel of the stream)");
        assertThat(recording.notes()).anyMatch(note -> note.contains("its clock was brought to the recorder's"));
        for (int i = 0; i < expected.size(); i++) {
            assertThat(recording.rawMs(i)).isEqualTo(expected.get(i));
        }
    }

    /** Every file of ours with bytes changed, cut or put in: a recording or a clear error, nothing else. */
    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"EDF", "XDF", "JSONL"})
    void damagedFilesAreAnswered(ExportFormat format) throws Exception {
        Path whole = folder.resolve("whole");
        format.write(Sessions.of(Sessions.withWaves(21)), whole);
        damage(Files.readAllBytes(whole), 300, 21);
    }

    @Test
    void damagedFitFilesAreAnswered() throws Exception {
        int[] rrMs = new SplittableRandom(3).ints(200, 700, 900).toArray();
        damage(FitFiles.withIntervals(true, rrMs), 1000, 22);
    }

    @Test
    void noiseAfterTheFirstBytesOfAFormatIsAnswered() throws Exception {
        SplittableRandom random = new SplittableRandom(23);
        for (byte[] start : List.of(
                "XDF:".getBytes(StandardCharsets.US_ASCII),
                "0       ".getBytes(StandardCharsets.US_ASCII),
                new byte[] {12, 16, 0, 8, 100, 0, 0, 0, '.', 'F', 'I', 'T'})) {
            for (int i = 0; i < 1000; i++) {
                byte[] bytes = new byte[random.nextInt(16, 1500)];
                random.nextBytes(bytes);
                System.arraycopy(start, 0, bytes, 0, start.length);
                answered(bytes, "seed 23, file " + i);
            }
        }
    }

    private void damage(byte[] whole, int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            byte[] bytes = whole.clone();
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(20, bytes.length));
                case 1 -> {
                    for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                case 2 -> {
                    int at = random.nextInt(bytes.length / 10);
                    bytes[at] = (byte) random.nextInt();
                }
                default -> {
                    int length = random.nextInt(1, bytes.length / 4);
                    int from = random.nextInt(bytes.length - length);
                    int to = random.nextInt(bytes.length - length);
                    System.arraycopy(whole, from, bytes, to, length);
                }
            }
            answered(bytes, "seed " + seed + ", file " + i);
        }
    }

    private void answered(byte[] bytes, String which) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try {
            RrRecording recording = RecordingReader.read(file, ReadOptions.recognise());
            assertThat(recording.size()).as(which).isPositive();
        } catch (RecordingFormatException e) {
            assertThat(e.getMessage()).as(which).contains("damaged").contains("expected ");
        } catch (RuntimeException e) {
            throw new AssertionError(which, e);
        }
    }

    private void refused(String name, byte[] bytes, String message) {
        assertThatThrownBy(() -> read(name, bytes))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    private RrRecording read(String name, byte[] bytes) throws Exception {
        return RecordingReader.read(Files.write(folder.resolve(name), bytes), ReadOptions.recognise());
    }

    private static EdfSignal signal(String label, String unit) {
        return new EdfSignal(label, unit, -5, 5, -32768, 32767, 250, new short[1000]);
    }

    private static byte[] edf(EdfSignal... signals) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EdfWriter.write(
                new EdfFile(
                        "X",
                        "test",
                        null,
                        List.of(signals),
                        List.of(EdfAnnotation.at(1_500_000_000L, "eyes closed")),
                        1_000_000_000L,
                        List.of()),
                out);
        return out.toByteArray();
    }

    /** Puts a measured clock offset of stream 1 at the end of a file, twice, whose own ones are 0. */
    private static byte[] withOffset(byte[] file, double timeS, double offsetS) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(zeroOffsetsReplaced(file, offsetS));
        ByteBuffer chunk = ByteBuffer.allocate(2 + 2 + 4 + 16).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put((byte) 1)
                .put((byte) 22)
                .putShort((short) 4)
                .putInt(1)
                .putDouble(timeS)
                .putDouble(offsetS);
        out.writeBytes(chunk.array());
        return out.toByteArray();
    }

    private static byte[] zeroOffsetsReplaced(byte[] file, double offsetS) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 4;
        while (at < file.length) {
            int length = bytes.getInt(at + 1);
            if (bytes.getShort(at + 5) == 4) {
                bytes.putDouble(at + 5 + 2 + 4 + 8, offsetS);
            }
            at += 5 + length;
        }
        return file;
    }
}
