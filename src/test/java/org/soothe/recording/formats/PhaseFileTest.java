package org.soothe.recording.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.recording.RecordingFormatException;

class PhaseFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void phasesPacesAndTheEndOfPacingBecomeEvents() throws IOException, RecordingFormatException {
        Path file = write(
                "time,phase,breathing\n0,BASELINE_PACED,5.5\n5:00,compassion_self,paced\n0:10:00,RECOVERY,free\n");
        assertThat(PhaseFile.read(file))
                .containsExactly(
                        PacerSetting.steady(0, 5.5, 0.45),
                        new PhaseStart(0, Phase.BASELINE_PACED, BreathingMode.PACED),
                        new PhaseStart(300_000_000_000L, Phase.COMPASSION_SELF, BreathingMode.PACED),
                        PacerSetting.off(600_000_000_000L),
                        new PhaseStart(600_000_000_000L, Phase.RECOVERY, BreathingMode.FREE));
    }

    @Test
    void ratingsAndMarkersStandBetweenThePhases() throws IOException, RecordingFormatException {
        Path file = write("0,SETTLE,free\n4:00,SAFE,7\n4:01,distress,0\n4:02,DISTRESS\n4:03,NOTE,a sigh, then calm\n");
        assertThat(PhaseFile.read(file))
                .containsExactly(
                        new PhaseStart(0, Phase.SETTLE, BreathingMode.FREE),
                        new SelfReport(240_000_000_000L, SelfReportItem.SAFE, 7),
                        new SelfReport(241_000_000_000L, SelfReportItem.DISTRESS, 0),
                        new Marker(242_000_000_000L, MarkerKind.DISTRESS, ""),
                        new Marker(243_000_000_000L, MarkerKind.NOTE, "a sigh, then calm"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "x,SETTLE,free",
                "0,NAP,free",
                "0,SETTLE,fast",
                "0,SETTLE",
                "-5,SETTLE,free",
                "0,SETTLE,44",
                "0,SAFE,11",
                "0,SAFE,2.5",
                "0,SAFE",
                "0,HAPPY,5"
            })
    void aWrongLineIsNamed(String line) throws IOException {
        Path file = write("0,SETTLE,free\n" + line + "\n");
        assertThatThrownBy(() -> PhaseFile.read(file))
                .isInstanceOf(RecordingFormatException.class)
                .hasMessageContaining("2");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("phases.csv"), text);
    }
}
