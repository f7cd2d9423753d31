package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PhaseStart;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfReader;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.testing.External;

class EdfExportTest {
    private static final List<Event> EVENTS = Sessions.withWaves(11);

    @TempDir
    Path folder;

    private final SessionFigures figures = new SessionFigures(Sessions.of(EVENTS));
    private Path file = Path.of("");
    private EdfFile edf = new EdfFile("", "", null, List.of(), List.of(), 1, List.of());

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("session.edf");
        ExportFormat.EDF.write(Sessions.of(EVENTS), file);
        edf = EdfReader.read(file, Files.readAllBytes(file));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(edf.subject()).isEqualTo("P07");
        assertThat(edf.startedAt()).isEqualTo(LocalDateTime.of(2026, 11, 25, 14, 3, 0));
        assertThat(edf.signals().stream().map(EdfSignal::label)).containsExactly("RR", "HR", "RSA", "ECG", "Accel Z");
        EdfSignal ecg = edf.signals().get(3);
        int seen = 0;
        for (Event event : EVENTS) {
            if (event instanceof Waveform wave && wave.kind() == WaveformKind.ECG_MICROVOLT) {
                int first = (int) Math.round(wave.firstSampleNs() * 130 / 1e9);
                for (int i = 0; i < wave.samples().size(); i++, seen++) {
                    assertThat(ecg.physical(first + i)).isEqualTo(wave.samples().get(i));
                }
            }
        }
        assertThat(seen).isEqualTo(60 * 73);
        assertThat(ecg.digital(0))
                .as("before the first sample nothing is known")
                .isEqualTo(-32768);
    }

    @Test
    void theSignalOfIntervalsIsWithinItsStepOfTheBeatsAndUnknownInGaps() {
        EdfSignal rr = edf.signals().get(0);
        double[] grid = HeartGrid.rrMs(figures.clean());
        int unknown = 0;
        for (int i = 0; i < grid.length; i++) {
            if (Double.isNaN(grid[i])) {
                unknown++;
                assertThat(rr.digital(i)).isEqualTo(-32768);
            } else {
                assertThat(rr.physical(i)).isCloseTo(grid[i], within(0.0251));
            }
        }
        assertThat(unknown).as("the sensor was lost for a while").isPositive();
    }

    @Test
    void everyRawIntervalPhaseAndMarkerComesBackAsARecording() throws Exception {
        RrRecording back = RecordingReader.read(file, ReadOptions.recognise());
        double[] placed = figures.raw().stream()
                .filter(RawRow::isPlaced)
                .mapToDouble(RawRow::rrMs)
                .toArray();
        assertThat(back.rawMs()).as("to the nanosecond").hasSameSizeAs(placed);
        for (int i = 0; i < placed.length; i++) {
            assertThat(back.rawMs(i)).isCloseTo(placed[i], within(1e-6));
        }
        assertThat(back.source().variability()).isEqualTo("HRV");
        assertThat(back.events()).filteredOn(PhaseStart.class::isInstance).hasSize(3);
        assertThat(back.events())
                .filteredOn(Marker.class::isInstance)
                .anyMatch(event -> event.timeNs() == 100_123_456_789L
                        && ((Marker) event).text().equals("asked, \"are you well?\"\nyes"));
    }

    @Test
    void theMethodIsInTheFile() {
        assertThat(edf.annotations())
                .anyMatch(a -> a.text().equals("Method spectrum, detrending: smoothness priors, \u03bb 500"));
    }

    @Test
    @External(
            program = {"gcc", "/usr/include/edflib.h"},
            install = "apt-get install gcc libedf-dev")
    void edflibReadsTheSameSignalsAndAnnotations() throws Exception {
        List<String[]> said = Tools.read(folder, "gcc", "edf_reader.c", "edf", file);
        assertThat(said.get(0)).containsExactly("file", "1", "P07", "Soothe 0-test", "2026-11-25T14:03:00", "0");
        List<String[]> signals = Tools.of(said, "signal");
        assertThat(signals).hasSameSizeAs(edf.signals());
        for (int s = 0; s < signals.size(); s++) {
            EdfSignal signal = edf.signals().get(s);
            double sum = 0;
            for (int i = 0; i < signal.size(); i++) {
                sum += signal.physical(i) * (1 + i % 7);
            }
            assertThat(signals.get(s)[1].strip()).isEqualTo(signal.label());
            assertThat(Integer.parseInt(signals.get(s)[4])).isEqualTo(signal.size());
            assertThat(Double.parseDouble(signals.get(s)[5])).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
        }
        List<String[]> annotations = Tools.of(said, "annotation");
        assertThat(annotations).hasSameSizeAs(edf.annotations());
        for (String[] annotation : annotations) {
            // EDFlib counts in units of 100 ns.
            long onset = Long.parseLong(annotation[1]);
            assertThat(edf.annotations())
                    .anyMatch(a -> a.onsetNs() / 100 == onset
                            && a.text().replace('\n', '|').equals(annotation[3]));
        }
    }

    @Test
    @External(program = "save2gdf", install = "apt-get install biosig-tools")
    void biosigReadsTheSameChannelsAndEvents() throws Exception {
        String said = Tools.run(folder, "save2gdf", "-JSON", file.toString());
        assertThat(said)
                .contains("\"TYPE\"\t: \"EDF\"", "\"Id\"\t: \"P07\"", "\"NumberOfChannels\"\t: 6")
                .contains("\"Label\"\t: \"RR\"", "\"Label\"\t: \"Accel Z\"", "\"PhysicalUnit\"\t: \"uV\"")
                .contains("Phase COMPASSION_SELF PACED");
    }
}
