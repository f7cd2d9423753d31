package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the shell leaps, so that simulated persons take no time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveCommandTest {
    private static final String LIVE = "live --sensor simulated:moderate-threat --duration 2min ";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void elsewhereThanInATerminalItWritesALineAMinuteAndEveryChangeOfTheSensor() {
        assertThat(shell.runLine(LIVE)).isZero();
        assertThat(shell.out()).contains("Sensor connected.", "Sensor streaming.", "   1:", " beats until 2:00: ");
        assertThat(shell.err()).startsWith("soothe: The time is over. 2:00, ").contains("Nothing was kept");
    }

    @Test
    void inATerminalItIsTheViewOfReplayWithTheSensor() {
        assertThat(shell.runWatched((LIVE + "--speed 50").split(" ", -1))).isZero();
        assertThat(shell.out())
                .contains("simulated:moderate-threat, 50 times its pace", "Heart rate", "Pacer         \u2590")
                .contains("Sensor        streaming. Intervals arrive.", "Time          2:00 of 2min")
                .endsWith("\u001b[0J");
        assertThat(shell.out().lastIndexOf("\u001b[?25h"))
                .isGreaterThan(shell.out().lastIndexOf("\u001b[?25l"));
    }

    @Test
    void jsonHasALineForEveryPacketAndForWhatTheSensorSaysOfItselfAtAnySpeed() {
        assertThat(shell.runLine(LIVE + "--json")).isZero();
        List<String> lines = shell.out().lines().toList();
        assertThat(lines).allMatch(line -> line.startsWith("{\"timeNs\":") && line.endsWith("}"));
        assertThat(lines).filteredOn(line -> line.contains("\"tickNs\"")).hasSize(120);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"sensorState\""))
                .containsExactly(
                        "{\"timeNs\":0,\"sensorState\":\"CONNECTED\",\"reason\":\"A simulated person is here.\"}",
                        "{\"timeNs\":1000000000,\"sensorState\":\"STREAMING\",\"reason\":\"Intervals arrive.\"}");
        assertThat(lines.get(1)).contains("\"sensorAddress\":\"simulated:moderate-threat\",\"source\":\"STRAP\"");
        assertThat(lines.get(lines.size() - 1)).contains("\"variability\":\"HRV\"");
        byte[] once = shell.outBytes();
        shell.runLine(LIVE + "--json --speed 1000");
        assertThat(shell.outBytes()).isEqualTo(once);
    }

    @Test
    void anotherSeedIsAnotherHeart() {
        shell.runLine(LIVE + "--json");
        String first = shell.out();
        shell.runLine(LIVE + "--json --seed 2");
        assertThat(shell.out()).isNotEqualTo(first);
    }

    @Test
    void everyUnusualThingCanBeAskedFor() {
        assertThat(shell.runLine("live --sensor simulated:neutral+artifacts+packet-loss+contact-loss+movement+speech"
                        + "+high-swing+ectopic-rich+free --duration 1min"))
                .isZero();
        assertThat(shell.out()).contains("+free").contains(" beats until ");
    }

    @Test
    void outKeepsEveryEventAndNeverWritesOverAFile() throws IOException {
        Path file = folder.resolve("session.log");
        assertThat(shell.runLine(LIVE + "--out " + file)).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("RrPacket[timeNs="))
                .hasSize(120);
        assertThat(shell.err()).contains(lines.size() + " events are kept in " + file);

        assertThat(shell.runLine(LIVE + "--out " + file)).isEqualTo(2);
        assertThat(shell.err()).contains("is there already and is not written over");
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void phasesAndPacerAreTakenWhenTheirTimeHasCome() throws IOException {
        Path phases = Files.writeString(folder.resolve("phases.csv"), "20,BASELINE_PACED,paced\n");
        Path file = folder.resolve("session.log");
        assertThat(shell.runLine(LIVE + "--pacer 6 --phases " + phases + " --out " + file))
                .isZero();
        List<String> lines = Files.readAllLines(file);
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            at = lines.get(i).startsWith("PhaseStart[timeNs=20000000000") ? i : at;
        }
        assertThat(lines.get(at - 1)).startsWith("RrPacket[timeNs=19000000000");
        assertThat(lines.get(at + 1)).startsWith("RrPacket[timeNs=20000000000");
        assertThat(lines).anyMatch(line -> line.startsWith("PacerSetting[timeNs=0, mode=STEADY, ratePerMin=6.0"));
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheSessionWithoutAnError() {
        for (String json : new String[] {"", "--json"}) {
            int[] count = {0};
            OutputStream closing = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (++count[0] > 100) {
                        throw new IOException("Broken pipe");
                    }
                }
            };
            String line = "live --sensor simulated:neutral " + json;
            assertThat(shell.runInto(closing, line.trim().split(" ", -1))).isZero();
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void sensorsListsSimulatedPersonsAndEndsWhenTheTimeIsOver() {
        assertThat(shell.runLine("sensors --duration 10s")).isZero();
        assertThat(shell.out()).contains("simulated:moderate-threat").doesNotContain("\u001b");
        assertThat(shell.runLine("sensors --json --duration 10s")).isZero();
        assertThat(shell.out())
                .contains(
                        "{\"sensor\":\"simulated:moderate-threat\",\"kind\":\"simulated\",\"name\":\"moderate-threat\","
                                + "\"signalDbm\":null,\"batteryPercent\":null,\"capabilities\":[\"HEART_RATE\",");
        assertThat(shell.runWatched("sensors", "--duration", "10s")).isZero();
        assertThat(shell.out()).contains("simulated:drive").contains("\u001b[");
    }
}
