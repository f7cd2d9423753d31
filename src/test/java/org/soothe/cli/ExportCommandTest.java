package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.vault.KeyRing;
import org.soothe.testing.ReferenceValues;

/** What an export and a report take from a session: when it began, and by which method its response was read. */
class ExportCommandTest {
    private static final String STATES = "src/test/resources/data/synth/states.csv";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private Path session(String method) throws Exception {
        Path phases = Files.writeString(
                folder.resolve("phases.csv"),
                "time,phase,breathing\n0,BASELINE_FREE,free\n5:00,COMPASSION_SELF,free\n10:00,RECOVERY,free\n");
        Path file = folder.resolve(method + ".soothe");
        int code = shell.run(
                "replay", STATES, "--phases", phases.toString(), "--method", method, "--record", file.toString());
        assertThat(code).as(shell.err()).isZero();
        return file;
    }

    private List<String> exported(Path session, String... more) throws Exception {
        Path out = folder.resolve("out" + folder.toFile().list().length + ".jsonl");
        String[] command = {"export", session.toString(), "--to", "jsonl", "--out", out.toString()};
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        assertThat(shell.run(all)).as(shell.err()).isZero();
        return Files.readAllLines(out);
    }

    private static ReferenceValues first(List<String> lines) {
        return ReferenceValues.of(lines.get(0).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> features(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("{\"line\":\"features\""))
                .toList();
    }

    @Test
    void theStartComesFromTheSessionUnlessAnotherIsSaid() throws Exception {
        Path live = folder.resolve("live.soothe");
        assertThat(shell.run("live", "--sensor", "simulated:neutral", "--duration", "1min", "--out", live.toString()))
                .isZero();
        String startedAt;
        try (SessionFile file = SessionFile.open(live, KeyRing.none())) {
            startedAt = file.info().startedAt();
        }
        assertThat(startedAt).isNotEmpty();
        assertThat(first(exported(live)).text("startedAt")).isEqualTo(startedAt);
        assertThat(first(exported(live, "--start", "2020-01-02T03:04:05Z")).text("startedAt"))
                .isEqualTo("2020-01-02T03:04:05Z");
    }

    @Test
    void theResponseIsReadByTheMethodOfTheSessionUnlessAnotherIsSaid() throws Exception {
        Path filter = session("FILTER");
        Path drift = session("DRIFT");
        List<String> byFilter = features(exported(filter));
        List<String> byDrift = features(exported(drift));
        assertThat(byFilter).isNotEqualTo(byDrift).hasSameSizeAs(byDrift);
        assertThat(features(exported(filter, "--method", "DRIFT"))).isEqualTo(byDrift);
        assertThat(features(exported(drift, "--method", "FILTER"))).isEqualTo(byFilter);

        assertThat(shell.run("phases", filter.toString(), "--format", "csv")).isZero();
        String reportByFilter = shell.out();
        assertThat(shell.run("phases", drift.toString(), "--format", "csv")).isZero();
        assertThat(shell.out()).isNotEqualTo(reportByFilter);
        assertThat(shell.run("phases", drift.toString(), "--format", "csv", "--method", "FILTER"))
                .isZero();
        assertThat(shell.out().replace("DRIFT.soothe", "FILTER.soothe")).isEqualTo(reportByFilter);
    }

    @Test
    void anExportCarriesTheCardOfTheDetectorThatReadIt() throws Exception {
        assertThat(exported(session("FILTER")).get(0))
                .contains("\"detector\",\"text\":\"FILTER\"", "StateFilter", "liveSpectrum")
                .doesNotContain("OnsetBank");
        assertThat(exported(session("DRIFT")).get(0)).contains("OnsetBank", "DriftAwareDetector", "ReliableChange");
    }
}
