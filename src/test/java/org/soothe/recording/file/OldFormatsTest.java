package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.KeyRing;
import org.soothe.recording.vault.Keys;
import org.soothe.recording.vault.Sealer;

/**
 * Files of every version of the format, which stay readable for ever: the same events and the same recorded snapshots, whatever
 * this version would compute. {@link #main} wrote them; for a new version it is run once more with a new name.
 */
class OldFormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/soothe/recording/file");

    @ParameterizedTest
    @CsvSource({"version-1-plain", "version-1-sealed", "version-1-killed"})
    void isReadAsItWasWritten(String name) throws Exception {
        List<String> expected = Files.readAllLines(FOLDER.resolve(name + ".txt"));
        assertThat(read(FOLDER.resolve(name + ".soothe"))).isEqualTo(expected);
    }

    private static List<String> read(Path path) throws Exception {
        KeyRing ring = new Keys(Identity.read(FOLDER.resolve("version-1-key.txt")), () -> null);
        MessageDigest events = MessageDigest.getInstance("SHA-256");
        MessageDigest snapshots = MessageDigest.getInstance("SHA-256");
        int eventCount = 0;
        int snapshotCount = 0;
        String end = "";
        try (SessionFile file = SessionFile.open(path, ring);
                SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Heard heard) {
                    CborOut out = new CborOut();
                    EventCodec.write(out, heard.event());
                    events.update(out.done());
                    eventCount++;
                } else if (entry instanceof LogEntry.Said said) {
                    snapshots.update(said.snapshot().values().toString().getBytes(StandardCharsets.UTF_8));
                    snapshotCount++;
                } else {
                    end = entry.getClass().getSimpleName();
                }
            }
            return List.of(
                    "pseudonym " + file.info().pseudonym() + ", begun "
                            + file.info().startedAt(),
                    "events " + eventCount + ' ' + HexFormat.of().formatHex(events.digest()),
                    "snapshots " + snapshotCount + ' ' + HexFormat.of().formatHex(snapshots.digest()),
                    "last " + end);
        }
    }

    /**
     * Writes the files of this version; never over others.
     *
     * @param args not read
     * @throws Exception if they are there already
     */
    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Identity identity = Identity.random();
        Files.writeString(FOLDER.resolve("version-1-key.txt"), identity.keyFile());
        var events = Made.until(Made.events(1), 20);
        Path plain = Made.recordInSmallBlocks(FOLDER.resolve("version-1-plain.soothe"), events, null);
        Made.recordInSmallBlocks(
                FOLDER.resolve("version-1-sealed.soothe"),
                events,
                new Sealer(null, List.of(identity.recipient())).fresh());
        byte[] whole = Files.readAllBytes(plain);
        Files.write(
                FOLDER.resolve("version-1-killed.soothe"), java.util.Arrays.copyOf(whole, whole.length * 2 / 3 + 5));
        for (String name : List.of("version-1-plain", "version-1-sealed", "version-1-killed")) {
            Files.write(FOLDER.resolve(name + ".txt"), read(FOLDER.resolve(name + ".soothe")));
        }
    }
}
