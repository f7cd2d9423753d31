package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.library.LibraryEntry;
import org.soothe.recording.library.SessionLibrary;
import org.soothe.response.ResponseMethod;
import org.soothe.time.NanoClock;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SessionsCommandTest {
    private static final String LIVE = "live --sensor simulated:neutral --duration 1min ";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private Path plain() {
        Path file = folder.resolve("plain.soothe");
        assertThat(shell.runLine(LIVE + "--pseudonym Quelle --out " + file)).isZero();
        return file;
    }

    private String recipient(Path key) {
        assertThat(shell.runLine("sessions key " + key)).isZero();
        return shell.out().lines().reduce("", (before, line) -> line);
    }

    @Test
    void aSessionIsShownCheckedAndDeleted() throws IOException {
        Path file = plain();
        assertThat(shell.runLine("sessions show " + file)).isZero();
        assertThat(shell.out()).contains("Quelle", "The time is over.", "sealed      no");
        assertThat(shell.runLine("sessions verify " + file)).isZero();
        assertThat(shell.out()).contains(": sound, ");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 100);
        }
        assertThat(shell.runLine("sessions verify " + file)).isEqualTo(1);
        assertThat(shell.out()).contains("ended early");
        assertThat(shell.runLine("sessions delete " + file)).isEqualTo(2);
        assertThat(file).exists();
        assertThat(shell.runLine("sessions delete --yes " + file)).isZero();
        assertThat(file).doesNotExist();
        Path other = Files.writeString(folder.resolve("other.txt"), "no session");
        assertThat(shell.runLine("sessions delete --yes " + other)).isEqualTo(2);
        assertThat(other).exists();
    }

    @Test
    void aResealedSessionOpensWithTheNewKeyOnlyAndReplaysExactly() throws IOException {
        Path file = plain();
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");
        assertThat(shell.runLine("sessions reseal " + file + " --recipient " + recipient(first)))
                .isZero();
        assertThat(shell.runLine("replay --verify " + file)).isEqualTo(2);
        assertThat(shell.runLine("replay --verify --key-file " + first + " " + file))
                .isZero();
        String next = recipient(second);
        assertThat(shell.runLine("sessions reseal " + file + " --key-file " + first + " --recipient " + next))
                .isZero();
        assertThat(shell.runLine("replay --verify --key-file " + first + " " + file))
                .isEqualTo(2);
        assertThat(shell.runLine("replay --verify --key-file " + second + " " + file))
                .isZero();
        assertThat(shell.out()).contains(": exact: ");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("Quelle");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("plain.soothe", "first.txt", "second.txt");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSessionThatHoldsNoSnapshotProvesNothing() throws IOException {
        Path file = folder.resolve("none.soothe");
        SessionRecorder.start(
                        file,
                        RecordOptions.info("2026-01-02T03:04:05Z", ResponseMethod.DRIFT, ""),
                        null,
                        NanoClock.system(),
                        state -> {})
                .close();
        assertThat(shell.runLine("replay --verify " + file)).isEqualTo(1);
        assertThat(shell.out())
                .contains("NOT PROVED. No snapshot is recorded in it")
                .doesNotContain("exact:");
    }

    @Test
    void theIndexIsMadeOfTheFilesAndHoldsNothingOfSealedOnes() throws IOException {
        plain();
        Path key = folder.resolve("key.txt");
        String recipient = recipient(key);
        assertThat(shell.runLine(LIVE + "--pseudonym Geheim --recipient " + recipient + " --out "
                        + folder.resolve("sealed.soothe")))
                .isZero();
        for (int i = 0; i < 3; i++) {
            Path index = folder.resolve(SessionLibrary.INDEX);
            if (i == 1) {
                Files.delete(index);
            } else if (i == 2) {
                Files.writeString(index, "no database");
            }
            try (SessionLibrary library = SessionLibrary.open(folder)) {
                assertThat(library.entries())
                        .extracting(LibraryEntry::file, LibraryEntry::pseudonym, LibraryEntry::state)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("plain.soothe", "Quelle", "complete"),
                                org.assertj.core.groups.Tuple.tuple("sealed.soothe", "", "sealed"));
            }
            assertThat(new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1))
                    .contains("Quelle")
                    .doesNotContain("Geheim");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(index)))
                    .isEqualTo("rw-------");
        }
        try (SessionLibrary library = SessionLibrary.open(folder)) {
            library.delete("plain.soothe");
            assertThat(library.entries()).hasSize(1);
        }
        assertThat(new String(Files.readAllBytes(folder.resolve(SessionLibrary.INDEX)), StandardCharsets.ISO_8859_1))
                .doesNotContain("Quelle");
    }

    @Test
    void theFolderIsWhereTheSystemKeepsAPersonsData() {
        assertThat(LibraryFolder.path(Map.of(), "Linux", "/home/a"))
                .isEqualTo(Path.of("/home/a/.local/share/soothe/sessions"));
        assertThat(LibraryFolder.path(Map.of("XDG_DATA_HOME", "/d"), "Linux", "/home/a"))
                .isEqualTo(Path.of("/d/soothe/sessions"));
        assertThat(LibraryFolder.path(Map.of("SOOTHE_LIBRARY", "/l"), "Linux", "/home/a"))
                .isEqualTo(Path.of("/l"));
        assertThat(LibraryFolder.path(Map.of(), "Mac OS X", "/Users/a"))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Soothe/sessions"));
    }
}
