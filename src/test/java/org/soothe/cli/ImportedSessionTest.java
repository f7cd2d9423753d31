package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo.CardLine;
import org.soothe.recording.file.SessionRecording;
import org.soothe.recording.file.SessionSummary;
import org.soothe.recording.formats.FitFiles;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.recording.formats.edf.EdfWriter;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.Sessions;
import org.soothe.recording.formats.xdf.XdfStream;
import org.soothe.recording.formats.xdf.XdfWriter;
import org.soothe.recording.library.LibraryEntry;
import org.soothe.recording.library.SessionLibrary;
import org.soothe.recording.vault.KeyRing;
import org.soothe.testing.Waves;

/** Every format that is read becomes a session that holds the same, says where it came from, and replays exactly. */
class ImportedSessionTest {
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private void assertRoundTrip(Path source, @Nullable String column) throws Exception {
        Path session = folder.resolve("session.soothe");
        List<String> command = new ArrayList<>(List.of("import", source.toString(), "--out", session.toString()));
        if (column != null) {
            command.addAll(List.of("--column", column));
        }
        assertThat(shell.run(command.toArray(String[]::new))).as(shell.err()).isZero();
        assertThat(shell.err()).contains("taken for");
        assertThat(shell.run("replay", "--verify", session.toString()))
                .as(shell.out())
                .isZero();

        RrRecording before = RecordingReader.read(source, new ReadOptions(null, Double.NaN, column, null));
        try (SessionFile file = SessionFile.open(session, KeyRing.none())) {
            RrRecording after = SessionRecording.read(file);
            List<Event> events = new ArrayList<>(after.events());
            if (before.events().stream().noneMatch(SensorIdentity.class::isInstance)) {
                assertThat(events.remove(0)).isInstanceOf(SensorIdentity.class);
            }
            assertThat(events).isEqualTo(before.events());
            assertThat(after.rawMs()).isEqualTo(before.rawMs());
            assertThat(after.source()).isEqualTo(before.source());
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(source)));
            assertThat(file.info().card())
                    .contains(
                            new CardLine("import", "file", source.getFileName().toString()),
                            new CardLine("import", "sha256", sha256),
                            new CardLine("import", "taken for", before.format()),
                            new CardLine("import", "unit", before.unit()))
                    .anyMatch(line -> line.section().equals("response"));
            assertThat(file.info().startedAt())
                    .isEqualTo(
                            before.startedAt() == null ? "" : before.startedAt().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples/polar-rest.txt",
                "samples/exercise.hrm",
                "samples/strap-ectopics.csv",
                "samples/wristband.csv",
                "samples/known-truth.txt",
                "src/test/resources/data/mitdb-100/100.atr",
                "src/test/resources/data/synth/states.csv"
            })
    void filesOfOtherPrograms(String name) throws Exception {
        assertRoundTrip(Path.of(name), null);
    }

    @Test
    void tablesOfAppsAndWatches() throws Exception {
        assertRoundTrip(Files.writeString(folder.resolve("RR.csv"), """
                        date, rr, since start
                        2026-11-25 09:57:38 +0000, 655, 655
                        2026-11-25 09:57:38 +0000, 671, 1326
                        2026-11-25 09:57:41 +0000, 662, 4988
                        2026-11-25 09:57:42 +0000, 650, 5638
                        """), null);
        Files.delete(folder.resolve("session.soothe"));
        assertRoundTrip(
                Files.write(folder.resolve("ride.fit"), FitFiles.withIntervals(true, 800, 812, 790, 805)), null);
    }

    static Stream<Arguments> madeUpFiles() {
        return Stream.of(
                Arguments.of("list.json", "JSON", BeatSource.UNKNOWN, List.of("[812, 790, 805, 1190, 811]")),
                Arguments.of(
                        "named.json",
                        "JSON, list \"rr_ms\"",
                        BeatSource.UNKNOWN,
                        List.of("{\"device\": \"H10\",", " \"rr_ms\": [812, 790.5, 805]}")),
                Arguments.of("Polar_H10_RR.txt", "Polar Sensor Logger, RR", BeatSource.STRAP, polarSensorLogger(true)),
                Arguments.of(
                        "Polar_H10_RR_beats.txt",
                        "Polar Sensor Logger, RR",
                        BeatSource.STRAP,
                        polarSensorLogger(false)),
                Arguments.of(
                        "Polar_Sense_PPI.txt",
                        "Polar Sensor Logger, PPI",
                        BeatSource.PULSE,
                        List.of(
                                "Phone Data RX timestamp;PP-interval [ms];error estimate [ms];blocker;contact;contact;"
                                        + "hr [bpm]",
                                "2026-11-25T09:57:38.100;810;10;0;1;1;74",
                                "2026-11-25T09:57:43.200;815;10;0;1;1;74",
                                "2026-11-25T09:57:43.200;805;12;0;1;1;74")),
                Arguments.of(
                        "kubios.txt",
                        "RR text",
                        BeatSource.UNKNOWN,
                        List.of("0.812\t0.812", "1.602\t0.790", "2.407\t0.805", "4.221\t0.811")),
                Arguments.of(
                        "kubios-intervals.txt",
                        "RR text",
                        BeatSource.UNKNOWN,
                        List.of("0.812", "0.790", "0.805", "0.811")));
    }

    /** A minute with times of arrival, which is what some versions of the app write, or of beats, as others do. */
    private static List<String> polarSensorLogger(boolean arrival) {
        List<String> lines = new ArrayList<>(List.of("Phone timestamp;RR-interval [ms]"));
        long beatMs = 0;
        for (int i = 0; i < 60; i++) {
            int rrMs = 800 + i * 37 % 90;
            long shownMs = arrival ? (beatMs + rrMs + 999) / 1000 * 1000 + i * 53 % 200 : beatMs;
            lines.add(String.format(
                    Locale.ROOT,
                    "2026-11-25T09:%02d:%02d.%03d;%d",
                    shownMs / 60_000,
                    shownMs / 1000 % 60,
                    shownMs % 1000,
                    rrMs));
            beatMs += rrMs;
        }
        return lines;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("madeUpFiles")
    void filesOfAppsAsTheirLayoutsAre(String name, String format, BeatSource source, List<String> lines)
            throws Exception {
        assertRoundTrip(Files.write(folder.resolve(name), lines), null);
        assertThat(shell.run(
                        "sessions", "show", folder.resolve("session.soothe").toString()))
                .isZero();
        assertThat(shell.out()).contains("imported, taken for: " + format, "imported, file: " + name);
        try (SessionFile file = SessionFile.open(folder.resolve("session.soothe"), KeyRing.none())) {
            assertThat(SessionRecording.read(file).source()).isEqualTo(source);
        }
    }

    static List<ExportFormat> ours() {
        return List.of(ExportFormat.EDF, ExportFormat.XDF, ExportFormat.JSONL);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ownExportsWithPhasesMarkersAndWaves(ExportFormat format) throws Exception {
        Path exported = folder.resolve("session." + format.name().toLowerCase(Locale.ROOT));
        format.write(Sessions.of(Sessions.withWaves(43)), exported);
        assertRoundTrip(exported, null);
    }

    @Test
    void theCsvSet() throws Exception {
        Path exported = folder.resolve("set");
        ExportFormat.CSV.write(Sessions.of(Sessions.events(44)), exported);
        assertRoundTrip(exported.resolve("rr_raw.csv"), null);
    }

    /** What {@code import} itself writes where the name of the new file asks for no session. */
    @Test
    void jsonLinesOfAnImport() throws Exception {
        Path lines = folder.resolve("rest.jsonl");
        assertThat(shell.run("import", "samples/polar-rest.txt", "--out", lines.toString()))
                .isZero();
        assertRoundTrip(lines, null);
    }

    /** The list of intervals that is written for Kubios. */
    @Test
    void intervalsWrittenForKubios() throws Exception {
        Path exported = folder.resolve("rr");
        ExportFormat.RR.write(Sessions.of(Sessions.events(45)), exported);
        assertRoundTrip(exported.resolve("rr_whole.txt"), null);
    }

    @ParameterizedTest(name = "first sample at {0} s")
    @ValueSource(doubles = {0.25, 81_234.5})
    void anXdfWithAnElectrocardiogramOnly(double firstS) throws Exception {
        int[] microvolts = Waves.read("polar-h10-pvc/polar_h10_ecg.diff16.gz", 1);
        XdfStream stream =
                XdfStream.ofNumbers("Polar H10", "ECG", 130, List.of(new XdfStream.Channel("ecg", "microvolts")));
        for (int i = 0; i < 130 * 120; i++) {
            stream.add(firstS + i / 130.0, microvolts[i]);
        }
        Path xdf = folder.resolve("ecg.xdf");
        try (OutputStream out = Files.newOutputStream(xdf)) {
            XdfWriter.write(Map.of(), List.of(stream), out);
        }
        assertRoundTrip(xdf, null);
        assertPhaseReports(xdf);
        try (SessionFile file = SessionFile.open(folder.resolve("session.soothe"), KeyRing.none())) {
            RrRecording session = SessionRecording.read(file);
            assertThat(session.source()).isEqualTo(BeatSource.ECG);
            assertThat(session.size()).isGreaterThan(100);
            int at = 0;
            for (Event event : session.events()) {
                for (int i = 0;
                        event instanceof Waveform wave && i < wave.samples().size();
                        i++) {
                    assertThat(wave.samples().get(i)).isEqualTo(microvolts[at++]);
                }
            }
            assertThat(at).isEqualTo(130 * 120);
        }
    }

    /** Phases that are told beside a wave have their reports in the session, with the beats that were found. */
    private void assertPhaseReports(Path source) throws Exception {
        Path phases =
                Files.writeString(folder.resolve("phases.csv"), "10,BASELINE_FREE,free\n60,COMPASSION_SELF,free\n");
        Path session = folder.resolve("phases.soothe");
        assertThat(shell.run("import", source.toString(), "--phases", phases.toString(), "--out", session.toString()))
                .isZero();
        assertThat(shell.run("replay", "--verify", session.toString())).isZero();
        assertThat(shell.out()).contains("and the reports of its 2 phases, bit for bit.");
        try (SessionFile file = SessionFile.open(session, KeyRing.none())) {
            assertThat(SessionSummary.of(file).reports())
                    .hasSize(2)
                    .allSatisfy(report -> assertThat(
                                    Double.parseDouble(String.valueOf(report.get("measures.heartRateBpm"))))
                            .isBetween(40.0, 120.0));
        }
    }

    @Test
    void anElectrocardiogramIsKeptSampleForSampleAndItsBeatsAreFoundAgain() throws Exception {
        int[] microvolts = Waves.read("polar-h10-pvc/polar_h10_ecg.diff16.gz", 1);
        short[] samples = new short[130 * 120];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) microvolts[i];
        }
        EdfSignal signal = new EdfSignal("ECG", "uV", -32768, 32767, -32768, 32767, 130, samples);
        Path edf = folder.resolve("ecg.edf");
        try (OutputStream out = Files.newOutputStream(edf)) {
            LocalDateTime start = LocalDateTime.of(2026, 11, 25, 14, 3);
            EdfWriter.write(
                    new EdfFile("X", "test", start, List.of(signal), List.of(), 1_000_000_000L, List.of()), out);
        }
        assertRoundTrip(edf, null);
        try (SessionFile file = SessionFile.open(folder.resolve("session.soothe"), KeyRing.none())) {
            RrRecording session = SessionRecording.read(file);
            assertThat(session.events()).hasAtLeastOneElementOfType(Waveform.class);
            assertThat(session.size()).isGreaterThan(100);
            assertThat(file.info().startedAt()).isEqualTo("2026-11-25T14:03:00Z");
        }
    }

    @Test
    void aSealedImportOpensWithItsKeyOnlyAndIsListed() throws Exception {
        Path key = folder.resolve("key.txt");
        assertThat(shell.run("sessions", "key", key.toString())).isZero();
        String recipient = shell.out().lines().reduce("", (before, line) -> line);
        Path sealed = folder.resolve("sealed.soothe");
        Path open = folder.resolve("open.soothe");
        assertThat(shell.run(
                        "import",
                        "samples/polar-rest.txt",
                        "--out",
                        sealed.toString(),
                        "--recipient",
                        recipient,
                        "--subject",
                        "P07"))
                .isZero();
        assertThat(shell.out()).contains("sealed");
        assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("P07", "polar-rest");
        assertThat(shell.run("replay", "--verify", sealed.toString())).isEqualTo(2);
        assertThat(shell.run("replay", "--verify", sealed.toString(), "--key-file", key.toString()))
                .isZero();
        assertThat(shell.run("import", "samples/polar-rest.txt", "--out", open.toString(), "--subject", "P08"))
                .isZero();
        assertThat(shell.run("sessions", "show", open.toString())).isZero();
        assertThat(shell.out()).contains("imported, file: polar-rest.txt", "imported, sha256: ", "P08");
        try (SessionLibrary library = SessionLibrary.open(folder)) {
            assertThat(library.entries())
                    .extracting(LibraryEntry::file)
                    .containsExactlyInAnyOrder("open.soothe", "sealed.soothe");
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        Path lines = folder.resolve("a.jsonl");
        assertThat(shell.run("import", "samples/polar-rest.txt", "--out", lines.toString(), "--passphrase"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("Only sessions can be sealed");
        Path session = folder.resolve("a.soothe");
        assertThat(shell.run("import", "samples/polar-rest.txt", "--out", session.toString()))
                .isZero();
        assertThat(shell.run(
                        "import",
                        session.toString(),
                        "--out",
                        folder.resolve("b.soothe").toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("is a session already");
    }
}
