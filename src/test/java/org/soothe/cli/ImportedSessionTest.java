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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo.CardLine;
import org.soothe.recording.file.SessionRecording;
import org.soothe.recording.formats.FitFiles;
import org.soothe.recording.formats.RecordingReader;
import org.soothe.recording.formats.edf.EdfFile;
import org.soothe.recording.formats.edf.EdfSignal;
import org.soothe.recording.formats.edf.EdfWriter;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.Sessions;
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
