package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.testing.ReferenceValues;

class PhasesCommandTest {
    private static final String STATES = "src/test/resources/data/synth/states.csv";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder = Path.of("");

    private String phases = "";

    @BeforeEach
    void aSessionWithRatingsAndBothKindsOfImagery() throws IOException {
        Path file = folder.resolve("phases.csv");
        Files.writeString(file, """
                time,what,value
                0,BASELINE_FREE,free
                4:58,SAFE,6
                4:58,DISTRESS,1
                5:00,COMPASSION_SELF,free
                9:58,SAFE,3
                9:58,DISTRESS,6
                10:00,CONTROL_IMAGERY,free
                15:00,RECOVERY,free
                """);
        phases = file.toString();
    }

    @Test
    void theTableSaysWhatChangedReliablyWhatWasShownAndWhatBodyAndWordsSay() {
        assertThat(shell.run("phases", STATES, "--phases", phases)).isZero();
        assertThat(shell.out())
                .contains("compassion self, free breathing")
                .containsPattern(
                        "Against rest before +RMSSD -6\\d\\.\\d %, fell reliably; heart rate \\+1\\d\\.\\d a minute")
                .containsPattern("Before and after +RMSSD -6\\d\\.\\d %, fell reliably")
                .containsPattern("Shown live +settling \\d+ s, .*on guard \\d+ s")
                .containsPattern("Rated, 0 to 10 +safe 3, distress 6")
                .contains("Both point to a possible threat response to this exercise")
                .doesNotContain("E =");
    }

    @Test
    void theCsvHasARowPerPhaseAndACellPerName() {
        assertThat(shell.run("phases", STATES, "--phases", phases, "--format", "csv"))
                .isZero();
        List<String> rows = shell.out().lines().toList();
        assertThat(rows).hasSize(5);
        List<String> names = Arrays.asList(rows.get(0).split(",", -1));
        assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(names.size()));
        String[] compassion = rows.get(2).split(",", -1);
        assertThat(compassion[names.indexOf("changeVerdict")]).isEqualTo("FELL");
        assertThat(compassion[names.indexOf("ratedDistress")]).isEqualTo("6");
        assertThat(compassion[names.indexOf("reading")]).isEqualTo("AGREE_THREAT");
        assertThat(rows.get(1).split(",", -1)[names.indexOf("changeVerdict")]).isEmpty();
    }

    @Test
    void tossedOrdersGiveTheEvidenceAcrossSessions() {
        int code = shell.run(
                "phases",
                STATES,
                STATES,
                STATES,
                "--phases",
                phases,
                "--phases",
                phases,
                "--phases",
                phases,
                "--format",
                "json",
                "--tossed");
        assertThat(code).isZero();
        ReferenceValues json = ReferenceValues.of(shell.outBytes());
        assertThat(json.number("order/sessions")).isEqualTo(3);
        assertThat(json.number("order/calmerInCompassionE")).isEqualTo(0.125);
        assertThat(json.number("order/lessCalmInCompassionE")).isEqualTo(3.375);
        assertThat(json.number("sessions/0/phases/1/ratedSafe")).isEqualTo(3);
    }

    @Test
    void whatDoesNotFitTogetherIsSaid() {
        assertThat(shell.run("phases", STATES)).isEqualTo(2);
        assertThat(shell.err()).contains("holds no phases; --phases names a file with them");
        assertThat(shell.run("phases", STATES, STATES, "--phases", phases)).isEqualTo(2);
        assertThat(shell.err()).contains("2 recordings, 1 phase files");
        assertThat(shell.run("phases", STATES, "--phases", phases, "--format", "csv", "--tossed"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("no room in a csv");
    }

    @Test
    void aReplayWritesItsMethodWhereItIsTold() throws IOException {
        Path method = folder.resolve("method.txt");
        assertThat(shell.run("replay", STATES, "--method-card", method.toString()))
                .isZero();
        assertThat(Files.readString(method)).contains("analysis: live, trailing", "response", "detector:");
    }
}
