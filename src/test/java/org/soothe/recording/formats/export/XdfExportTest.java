package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.recording.formats.xdf.XdfReader;
import org.soothe.recording.formats.xdf.XdfStream;
import org.soothe.testing.External;

class XdfExportTest {
    private static final List<Event> EVENTS = Sessions.withWaves(12);

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private List<XdfStream> streams = List.of();

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("session.xdf");
        ExportFormat.XDF.write(Sessions.of(EVENTS), file);
        streams = XdfReader.read(file, Files.readAllBytes(file)).streams();
    }

    @Test
    void whatIsWrittenIsReadBackExactly() {
        assertThat(streams.stream().map(XdfStream::name))
                .containsExactly("Soothe RR", "Soothe features", "Soothe markers", "Soothe ECG", "Soothe Accel Z");
        SessionFigures figures = new SessionFigures(Sessions.of(EVENTS));
        XdfStream rr = streams.get(0);
        assertThat(rr.size()).isEqualTo(figures.beats().size());
        for (int i = 0; i < rr.size(); i++) {
            assertThat(rr.value(i, 0)).isEqualTo(figures.beats().rrMs(i));
            assertThat(rr.timeS(i)).isEqualTo(figures.beats().timeNs(i) * 1e-9);
        }
        XdfStream ecg = streams.get(3);
        int seen = 0;
        for (Event event : EVENTS) {
            if (event instanceof Waveform wave && wave.kind() == WaveformKind.ECG_MICROVOLT) {
                for (int i = 0; i < wave.samples().size(); i++, seen++) {
                    assertThat(ecg.value(seen, 0)).isEqualTo(wave.samples().get(i));
                    assertThat(ecg.timeS(seen)).isCloseTo(wave.firstSampleNs() * 1e-9 + i / 130.0, within(1e-5));
                }
            }
        }
        assertThat(ecg.size()).isEqualTo(seen);
    }

    @Test
    void intervalsPhasesAndMarkersComeBackAsARecording() throws Exception {
        RrRecording back = RecordingReader.read(file, ReadOptions.recognise());
        XdfStream rr = streams.get(0);
        assertThat(back.size()).isEqualTo(rr.size());
        assertThat(back.rawMs(100)).isEqualTo(rr.value(100, 0));
        assertThat(back.unit()).startsWith("milliseconds (from the channel of the stream)");
        assertThat(back.events()).filteredOn(PhaseStart.class::isInstance).hasSize(3);
    }

    @Test
    @External(
            program = {"g++", "/usr/include/xdf.h"},
            install = "apt-get install g++ libxdf-dev")
    void libxdfReadsTheSameStreamsTimesAndMarkers() throws Exception {
        List<String[]> said = Tools.read(folder, "g++", "xdf_reader.cpp", "xdf", file);
        List<String[]> found = Tools.of(said, "stream");
        assertThat(found).hasSameSizeAs(streams);
        for (int s = 0; s < found.size(); s++) {
            XdfStream stream = streams.get(s);
            assertThat(found.get(s)[1]).isEqualTo(stream.name());
            assertThat(found.get(s)[2]).isEqualTo(stream.type());
            if (stream.isTexts()) {
                assertThat(Tools.of(said, "event")).hasSize(stream.size());
                continue;
            }
            double sum = 0;
            for (int c = 0; c < stream.channels().size(); c++) {
                for (int i = 0; i < stream.size(); i++) {
                    double value = stream.value(i, c);
                    sum += Double.isNaN(value) ? 0 : value * (1 + i % 7);
                }
            }
            assertThat(Integer.parseInt(found.get(s)[5])).isEqualTo(stream.size());
            assertThat(Double.parseDouble(found.get(s)[6])).isCloseTo(stream.timeS(0), within(1e-6));
            assertThat(Double.parseDouble(found.get(s)[7])).isCloseTo(stream.timeS(stream.size() - 1), within(1e-4));
            assertThat(found.get(s)[8]).as("clock offsets").isEqualTo("2");
            // libxdf keeps samples in single precision.
            assertThat(Double.parseDouble(found.get(s)[9])).isCloseTo(sum, within(1e-5 * Math.abs(sum)));
        }
        assertThat(Tools.of(said, "event")).anyMatch(event -> event[2].equals("Phase COMPASSION_SELF PACED"));
    }
}
