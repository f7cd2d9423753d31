package org.soothe.recording.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.testing.External;
import org.soothe.testing.ReferenceValues;

class BidsExportTest {
    private static final String STEM = "sub-P07/beh/sub-P07_task-session";

    @TempDir
    Path folder;

    private Path set = Path.of("");
    private final ExportSession session = Sessions.of(Sessions.withWaves(13));

    @BeforeEach
    void write() throws IOException {
        set = folder.resolve("bids");
        ExportFormat.BIDS.write(session, set);
    }

    @Test
    void theContinuousRecordingsHaveTheColumnsAndTheRateThatTheirSidecarsSay() throws IOException {
        SessionFigures figures = new SessionFigures(session);
        double[] rrMs = HeartGrid.rrMs(figures.clean());
        List<String> rows = unzipped("_recording-heart_physio.tsv.gz");
        ReferenceValues sidecar = json("_recording-heart_physio.json");
        assertThat(sidecar.number("SamplingFrequency")).isEqualTo(HeartGrid.RATE_HZ);
        assertThat(sidecar.number("StartTime")).isZero();
        assertThat(sidecar.text("Columns/0")).isEqualTo("cardiac_rr");
        assertThat(sidecar.text("SootheMethod/spectrum, detrending")).startsWith("smoothness priors");
        assertThat(rows).hasSize(rrMs.length);
        for (int i = 0; i < rrMs.length; i++) {
            String cell = rows.get(i).split("\t", -1)[0];
            if (Double.isNaN(rrMs[i])) {
                assertThat(cell).isEqualTo("n/a");
            } else {
                assertThat(Double.parseDouble(cell)).isEqualTo(rrMs[i]);
            }
        }
        assertThat(json("_recording-ecg_physio.json").number("SamplingFrequency"))
                .isEqualTo(130);
        assertThat(unzipped("_recording-ecg_physio.tsv.gz").get(20 * 130 + 7)).isEqualTo("1400");
    }

    @Test
    void theEventsHoldEveryRawBeatAndPhase() throws IOException {
        List<String> rows = Files.readAllLines(set.resolve(STEM + "_events.tsv"));
        assertThat(rows.get(0)).isEqualTo("onset\tduration\ttrial_type\tvalue\trr_ms\tbeat_class\tlabel");
        assertThat(rows).contains("190\t190\tphase\tn/a\tn/a\tn/a\tCOMPASSION_SELF PACED");
        assertThat(rows).contains("400\t0\trating\t8\tn/a\tn/a\tSAFE");
        assertThat(rows.stream().filter(row -> row.contains("\tbeat\t")))
                .hasSize(new SessionFigures(session).beats().size());
    }

    @Test
    @External(program = "bids-validator", install = "the package bids-validator of npm, as .ci/run does")
    void theValidatorFindsNoError() throws Exception {
        String said = Tools.run(folder, "bids-validator", "--json", set.toString());
        ReferenceValues json = ReferenceValues.of(
                said.substring(said.indexOf('{'), said.lastIndexOf('}') + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(json.names("issues/errors")).isEmpty();
        assertThat(json.number("summary/totalFiles")).isGreaterThan(10);
    }

    private ReferenceValues json(String name) throws IOException {
        return ReferenceValues.of(Files.readAllBytes(set.resolve(STEM + name)));
    }

    private List<String> unzipped(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(set.resolve(STEM + name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
