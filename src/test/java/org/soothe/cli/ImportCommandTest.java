package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.recording.formats.export.ExportFormat;
import org.soothe.recording.formats.export.Sessions;
import org.soothe.testing.ReferenceValues;

class ImportCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void aDryRunSaysWhatTheFileIsTakenForAndWritesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("RR.csv"), """
                date, rr, since start
                2026-11-25 09:57:38 +0000, 655, 655
                2026-11-25 09:57:38 +0000, 671, 1326
                2026-11-25 09:57:41 +0000, 662, 4988
                2026-11-25 09:57:42 +0000, 650, 5638
                """);
        assertThat(shell.run("import", file.toString(), "--dry-run")).isZero();
        assertThat(shell.out())
                .contains("taken for   HRV Logger\n")
                .contains("unit        milliseconds (from the layout of HRV Logger)\n")
                .contains("clock       time column: time of the beat that ends the interval\n")
                .contains("beats from  chest strap, so the variability is HRV\n")
                .contains("holds       4 intervals, 0:05\n")
                .contains("gaps        1\n");
        assertThat(folder).isDirectoryContaining("glob:**RR.csv").isDirectoryNotContaining("glob:**.jsonl");
    }

    @Test
    void whatIsTakenOverReplaysAsTheFileItself() throws Exception {
        Path edf = folder.resolve("session.edf");
        ExportFormat.EDF.write(Sessions.of(Sessions.events(41)), edf);
        Path session = folder.resolve("session.jsonl");

        assertThat(shell.run("import", edf.toString(), "--out", session.toString()))
                .isZero();
        assertThat(shell.err()).contains("taken for   EDF+ with an annotation per interval", "3 phases");
        shell.run("replay", edf.toString(), "--json");
        String before = shell.out();
        shell.run("replay", session.toString(), "--json");
        assertThat(shell.out()).isEqualTo(before).isNotEmpty();
        assertThat(shell.run("import", edf.toString(), "--out", session.toString()))
                .isEqualTo(2);
    }

    @Test
    void anExportCarriesPhasesSubjectAndStart() throws Exception {
        Path phases = Files.writeString(
                folder.resolve("phases.csv"),
                "time,phase,breathing\n0,BASELINE_FREE,free\n3:00,COMPASSION_SELF,free\n");
        Path out = folder.resolve("out.jsonl");
        assertThat(shell.run(
                        "export",
                        "samples/polar-rest.txt",
                        "--to",
                        "jsonl",
                        "--out",
                        out.toString(),
                        "--phases",
                        phases.toString(),
                        "--subject",
                        "P12",
                        "--start",
                        "2026-11-25T14:03:00Z"))
                .isZero();
        ReferenceValues first =
                ReferenceValues.of(Files.readAllLines(out).get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(first.text("subject")).isEqualTo("P12");
        assertThat(first.text("startedAt")).isEqualTo("2026-11-25T14:03:00Z");
        assertThat(Files.readString(out)).contains("\"phase\":\"02_COMPASSION_SELF\"");
    }
}
