package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.vault.Passphrase;
import org.soothe.recording.vault.Sealer;
import org.soothe.response.ResponseMethod;
import org.soothe.testing.External;
import org.soothe.time.NanoClock;

/** A passphrase is asked for on the terminal although the results go into a file, by the real program on a real terminal. */
@External(
        program = {"script", "stty"},
        install = "apt-get install bsdutils coreutils")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HiddenLineTest {
    private static final String PASSPHRASE = "gruener-Tee-um-vier";

    @TempDir
    private Path folder;

    private Path sealed() throws IOException {
        Path file = folder.resolve("sealed.soothe");
        SessionInfo info = RecordOptions.info("", ResponseMethod.standard(), "Quelle");
        SessionRecorder recorder = SessionRecorder.start(
                file,
                info,
                new Sealer(new Passphrase(PASSPHRASE.toCharArray()), List.of()).fresh(),
                NanoClock.system(),
                state -> {});
        recorder.end("over", List.of());
        return file;
    }

    /** Types a line when it is asked for; returns all that the terminal showed. */
    private static String onATerminal(String command, String typed) throws IOException {
        Process terminal = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        StringBuilder shown = new StringBuilder();
        boolean answered = false;
        for (int next = terminal.getInputStream().read();
                next >= 0;
                next = terminal.getInputStream().read()) {
            shown.append((char) next);
            if (!answered && shown.toString().endsWith("Passphrase of the session: ")) {
                answered = true;
                terminal.getOutputStream().write((typed + "\n").getBytes(StandardCharsets.UTF_8));
                terminal.getOutputStream().flush();
            }
        }
        return shown.toString();
    }

    @Test
    void aPassphraseIsAskedForAlthoughTheResultsGoIntoAFile() throws IOException {
        Path results = folder.resolve("results.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "'" + java + "' -cp '" + System.getProperty("java.class.path")
                + "' org.soothe.cli.Soothe sessions show '" + sealed() + "' > '" + results + "'; stty -a";
        String shown = onATerminal(command, PASSPHRASE);
        assertThat(shown).contains("Passphrase of the session: ").doesNotContain(PASSPHRASE);
        assertThat(shown).as("typing is shown again").contains(" echo ").doesNotContain(" -echo ");
        assertThat(Files.readString(results)).contains("pseudonym   Quelle").doesNotContain("Passphrase", PASSPHRASE);
    }
}
