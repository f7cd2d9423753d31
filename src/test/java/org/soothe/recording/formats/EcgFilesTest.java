package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.Waveform;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.recording.formats.edf.EdfWriter;
import org.soothe.recording.formats.xdf.XdfStream;
import org.soothe.recording.formats.xdf.XdfWriter;
import org.soothe.testing.Waves;

/** A real electrocardiogram put into EDF and XDF by our writers, and its beats against those another program found in it. */
class EcgFilesTest {
    private static final double RATE_HZ = 130.17;

    @TempDir
    Path folder;

    private int[] microvolts = {};
    private double[] rrMs = {};

    @BeforeEach
    void read() throws IOException {
        microvolts = Waves.read("polar-h10-pvc/polar_h10_ecg.diff16.gz", 1);
        rrMs = Files.readAllLines(TestData.path("polar-h10-pvc/polar_h10.ecg.derived-rr.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void edfInMillivolts() throws Exception {
        short[] samples = new short[microvolts.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) microvolts[i];
        }
        // EDF wants whole numbers of samples per record: said to be 130 a second, the heart seems a little slow.
        EdfSignal signal = new EdfSignal("ECG II", "mV", -32.768, 32.767, -32768, 32767, 130, samples);
        Path file = folder.resolve("heart.edf");
        try (OutputStream out = Files.newOutputStream(file)) {
            EdfWriter.write(new EdfFile("X", "test", null, List.of(signal), List.of(), 1_000_000_000L, List.of()), out);
        }
        RrRecording recording = RecordingReader.read(file, ReadOptions.recognise());
        assertThat(recording.format()).isEqualTo("EDF with an electrocardiogram");
        assertThat(recording.notes()).anyMatch(note -> note.contains("\"ECG II\": 130 Hz") && note.contains("mV"));
        agrees(recording, RATE_HZ / 130);
        int at = 0;
        for (Event event : recording.events()) {
            if (event instanceof Waveform wave) {
                for (int i = 0; i < wave.samples().size() && at < samples.length; i++, at++) {
                    assertThat(wave.samples().get(i)).isEqualTo(samples[at]);
                }
            }
        }
        assertThat(at).isEqualTo(samples.length);
    }

    @Test
    void xdfInMicrovoltsOnTheClockOfALab() throws Exception {
        XdfStream stream =
                XdfStream.ofNumbers("Polar H10", "ECG", RATE_HZ, List.of(new XdfStream.Channel("ecg", "microvolts")));
        for (int i = 0; i < microvolts.length; i++) {
            stream.add(81_234.5 + i / RATE_HZ, microvolts[i]);
        }
        Path file = folder.resolve("heart.xdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            XdfWriter.write(Map.of(), List.of(stream), out);
        }
        RrRecording recording = RecordingReader.read(file, ReadOptions.recognise());
        assertThat(recording.format()).isEqualTo("XDF, stream \"Polar H10\" with an electrocardiogram");
        assertThat(recording.events().get(0).timeNs()).isLessThan(2_000_000_000L);
        agrees(recording, 1);
    }

    /** Nearly as many beats as the other program found, and the same middle interval. */
    private void agrees(RrRecording recording, double slower) {
        assertThat(recording.source()).isEqualTo(BeatSource.ECG);
        assertThat((double) recording.size()).isCloseTo(rrMs.length, within(0.03 * rrMs.length));
        assertThat(middle(recording.rawMs())).isCloseTo(slower * middle(rrMs), within(8.0));
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
