package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.breathing.BreathPacer;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.testing.External;

class CsvExportTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void replayOfTheSetGivesTheSameSnapshotsBitForBit(long seed) throws Exception {
        List<Event> events = Sessions.events(seed);
        Path set = folder.resolve("set");
        ExportFormat.CSV.write(Sessions.of(events), set);

        RrRecording back = RecordingReader.read(set.resolve("rr_raw.csv"), ReadOptions.recognise());

        assertThat(back.format()).isEqualTo("CSV set of soothe");
        assertThat(snapshots(back.events())).hasSizeGreaterThan(400).isEqualTo(snapshots(events));
    }

    private static List<Snapshot> snapshots(List<Event> events) {
        Engine engine = new Engine();
        List<Snapshot> snapshots = new ArrayList<>();
        for (Event event : events) {
            engine.update(event);
            snapshots.add(engine.snapshot());
        }
        // The pacer has no equality of its own; what it does is in the measures.
        snapshots.replaceAll(CsvExportTest::withoutPacer);
        return snapshots;
    }

    private static Snapshot withoutPacer(Snapshot s) {
        return new Snapshot(
                s.timeNs(),
                s.tickNs(),
                s.beat(),
                s.quality(),
                s.signal(),
                s.rhythm(),
                s.hrv(),
                NO_PACER,
                s.pacerNotes(),
                s.paced(),
                s.breathingRatePerMin(),
                s.response(),
                s.offer(),
                s.counters());
    }

    private static final BreathPacer NO_PACER = new Engine().snapshot().pacer();

    @Test
    void everyRawIntervalIsThereUnalteredInTheOrderOfArrival() throws Exception {
        List<Event> events = Sessions.events(4);
        ExportFormat.CSV.write(Sessions.of(events), folder.resolve("set"));
        List<Double> sent = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof RrPacket packet) {
                for (int i = 0; i < packet.rr().size(); i++) {
                    sent.add(packet.rr().ms(i));
                }
            }
        }
        List<String> raw = lines("rr_raw.csv");
        assertThat(raw.subList(1, raw.size()).stream().map(line -> Double.parseDouble(line.split(",", -1)[2])))
                .containsExactlyElementsOf(sent);
        assertThat(lines("rr_clean.csv")).hasSameSizeAs(raw);
        assertThat(lines("rr_whole.txt").stream().map(Double::parseDouble)).containsExactlyElementsOf(sent);
        assertThat(lines("rr_clean.csv").subList(1, 20)).allMatch(line -> line.split(",", -1).length == 7);
    }

    @Test
    void phasesRatingsFeaturesAndMethodsSayWhatTheEngineSays() throws Exception {
        ExportFormat.CSV.write(Sessions.of(Sessions.withWaves(5)), folder.resolve("set"));

        assertThat(lines("phases.csv"))
                .hasSize(5)
                .element(3)
                .asString()
                .startsWith("02_COMPASSION_SELF,PACED,190,380,190,")
                .contains(",HRV,");
        assertThat(lines("ratings.csv"))
                .containsExactly(
                        "t_s,phase,item,rating_0_to_10", "400,03_RECOVERY,SAFE,8", "401,03_RECOVERY,DISTRESS,0");
        assertThat(lines("features_5s.csv")).hasSizeGreaterThan(80);
        assertThat(lines("wave_ecg_microvolt.csv"))
                .hasSize(1 + 60 * 73)
                .element(1)
                .asString()
                .startsWith("20,");
        String methods = Files.readString(folder.resolve("set/methods.txt"));
        assertThat(methods)
                .contains(
                        "subject: P07",
                        "software: soothe 0-test",
                        "variability is: HRV",
                        "smoothness priors, \u03bb 500")
                .doesNotContain("00:11:22:33:44:55");
        assertThat(Files.readString(folder.resolve("set/events.csv")))
                .contains("\"asked, \"\"are you well?\"\"\nyes\"")
                .doesNotContain("00:11:22");
    }

    @Test
    void filesAreTheOwnersOnlyAndNothingIsWrittenOver() throws Exception {
        Path set = folder.resolve("set");
        ExportFormat.RR.write(Sessions.of(Sessions.events(6)), set);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(set.resolve("rr_whole.txt"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> ExportFormat.RR.write(Sessions.of(Sessions.events(6)), set))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    @External(program = "sha256sum", install = "apt-get install coreutils")
    void sha256sumAgreesWithEveryChecksum() throws Exception {
        ExportFormat.CSV.write(Sessions.of(Sessions.events(7)), folder.resolve("set"));
        String said = Tools.run(folder.resolve("set"), "sha256sum", "--check", "checksums.txt");
        assertThat(said.lines()).hasSizeGreaterThan(12).allMatch(line -> line.endsWith(": OK"));
    }

    @Test
    @External(program = "python3", install = "apt-get install python3")
    void pythonReadsTheSetAndFindsTheSameMeanHeartRate() throws Exception {
        ExportSession session = Sessions.of(Sessions.events(8));
        ExportFormat.CSV.write(session, folder.resolve("set"));
        String program = """
                import csv
                rows = list(csv.DictReader(open('rr_raw.csv', newline='')))
                events = list(csv.DictReader(open('events.csv', newline='')))
                phases = list(csv.DictReader(open('phases.csv', newline='')))
                nn = [float(line) for line in open('nn_whole.txt')]
                assert all(len(r) == 9 for r in rows) and all(None not in r for r in events)
                assert any(e['text'] == 'asked, "are you well?"\\nyes' for e in events)
                print(len(rows), len(nn), repr(60000 / (sum(nn) / len(nn))), phases[0]['heart_rate_bpm'])
                """;
        String[] said = Tools.run(folder.resolve("set"), "python3", "-c", program)
                .trim()
                .split(" ", -1);
        SessionFigures figures = new SessionFigures(session);
        assertThat(said[0]).isEqualTo(Integer.toString(figures.raw().size()));
        assertThat(said[1]).isEqualTo(Integer.toString(figures.clean().size()));
        assertThat(Double.parseDouble(said[2])).isCloseTo(Double.parseDouble(said[3]), within(1e-9));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("set").resolve(name));
    }
}
