package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong command line could destroy stays as it is. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NothingIsLostTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private Path session() {
        Path file = folder.resolve("a.soothe");
        assertThat(shell.runLine("live --sensor simulated:neutral --duration 1min --out " + file))
                .isZero();
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay FILE --method-card FILE",
                "analyze FILE --method-card FILE",
                "phases FILE --method-card FILE",
                "compare FILE --with method=FILTER --method-card FILE",
                "replay FILE --record FILE",
                "export FILE --to jsonl --out FILE",
                "import samples/polar-rest.txt --out FILE",
                "live --sensor simulated:neutral --duration 1min --out FILE",
                "sessions key FILE"
            })
    void noOptionWritesOverASession(String line) throws IOException {
        Path file = session();
        byte[] before = Files.readAllBytes(file);
        assertThat(shell.runLine(line.replace("FILE", file.toString()))).isEqualTo(2);
        assertThat(shell.err()).contains(file.toString(), "written over");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aSessionThatIsBeingRecordedIsNotSealedAnew() throws IOException {
        Path file = session();
        byte[] before = Files.readAllBytes(file);
        Path key = folder.resolve("key.txt");
        assertThat(shell.runLine("sessions key " + key)).isZero();
        String recipient = shell.out().lines().reduce("", (old, line) -> line);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(shell.runLine("sessions reseal " + file + " --recipient " + recipient))
                    .isEqualTo(74);
            assertThat(shell.err()).contains("it is being recorded; end that first");
            assertThat(shell.runLine("sessions show " + file)).isZero();
            assertThat(shell.out()).contains("It is being recorded right now");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, key);
        }
    }

    @Test
    void theRestOfASealingThatWasCutOffIsNamed() throws IOException {
        Path file = session();
        Path rest = Files.createFile(folder.resolve("a.soothe.part"));
        Path key = folder.resolve("key.txt");
        assertThat(shell.runLine("sessions key " + key)).isZero();
        String recipient = shell.out().lines().reduce("", (old, line) -> line);
        assertThat(shell.runLine("sessions reseal " + file + " --recipient " + recipient))
                .isEqualTo(74);
        assertThat(shell.err()).contains(rest + " is in the way", file + " is whole");
        assertThat(shell.runLine("sessions verify " + file)).isZero();
    }
}
