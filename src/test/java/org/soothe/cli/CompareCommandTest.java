package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.BreathingMode;
import org.soothe.event.Event;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.response.ResponseMethod;
import org.soothe.sensor.simulated.ResponseKind;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;
import org.soothe.testing.ReferenceValues;
import org.soothe.time.NanoClock;

class CompareCommandTest {
    private static final String STATES = "src/test/resources/data/synth/states.csv";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private Path session() throws Exception {
        Path phases = Files.writeString(
                folder.resolve("phases.csv"),
                "time,phase,breathing\n0,BASELINE_FREE,free\n5:00,COMPASSION_SELF,free\n10:00,RECOVERY,free\n");
        Path file = folder.resolve("session.soothe");
        assertThat(shell.run("replay", STATES, "--phases", phases.toString(), "--record", file.toString()))
                .isZero();
        return file;
    }

    private List<String> ticks() {
        return shell.out()
                .lines()
                .filter(line -> line.startsWith("{\"line\":\"tick\""))
                .toList();
    }

    private static String recorded(String tick) {
        int from = tick.indexOf("\"asRecorded\":") + "\"asRecorded\":".length();
        return tick.substring(from, tick.indexOf(",\"reanalysed\":"));
    }

    private static String reanalysed(String tick) {
        int from = tick.indexOf("\"reanalysed\":") + "\"reanalysed\":".length();
        return tick.substring(from, tick.length() - 1);
    }

    @Test
    void equalSettingsGiveTheSameBytesInBothColumns() throws Exception {
        Path file = session();
        assertThat(shell.run("compare", file.toString(), "--with", "method=drift", "--json"))
                .isZero();
        assertThat(shell.err()).contains("those of the session already");
        assertThat(ticks()).hasSizeGreaterThan(100);
        assertThat(ticks()).allSatisfy(tick -> assertThat(reanalysed(tick)).isEqualTo(recorded(tick)));
        String last = shell.out().lines().reduce("", (before, line) -> line);
        assertThat(last).contains("\"line\":\"end\",\"same\":true");
        assertThat(shell.run("compare", file.toString(), "--with", "method=drift"))
                .isZero();
        assertThat(shell.out()).contains("A and B are the same, bit for bit: ").doesNotContain(" *");
    }

    @Test
    void bothColumnsAreThoseOfTwoReplays() throws Exception {
        Path file = session();
        assertThat(shell.run("compare", file.toString(), "--with", "method=FILTER", "--json"))
                .isZero();
        List<String> both = ticks();
        ReferenceValues settings =
                ReferenceValues.of(shell.out().lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8));
        assertThat(settings.text("asRecordedMethod/response/detector")).isEqualTo("DRIFT");
        assertThat(settings.text("reanalysedMethod/response/detector")).isEqualTo("FILTER");
        assertThat(settings.text("proof")).contains("are what the file holds, bit for bit");
        shell.run("replay", file.toString(), "--json");
        Set<String> drift = Set.copyOf(shell.out().lines().toList());
        shell.run("replay", file.toString(), "--json", "--method", "FILTER");
        Set<String> filter = Set.copyOf(shell.out().lines().toList());
        // A replay has a line after each packet of beats, a comparison one at each tick.
        List<String> after =
                both.stream().filter(tick -> drift.contains(recorded(tick))).toList();
        assertThat(after).hasSizeGreaterThan(100).allMatch(tick -> filter.contains(reanalysed(tick)));
        assertThat(both).anyMatch(tick -> tick.contains("\"response.state\""));
    }

    @Test
    void theTableSaysWhatWasChangedWhatDiffersFirstAndHowOften() throws Exception {
        Path card = folder.resolve("cards.txt");
        assertThat(shell.run(
                        "compare", session().toString(), "--with", "method=FILTER", "--method-card", card.toString()))
                .isZero();
        assertThat(shell.out())
                .contains("A  as recorded", "are what the file holds, bit for bit")
                .contains("B  re-analysed   with method = FILTER; everything else as in A")
                .contains("  response, detector: DRIFT in A, FILTER in B\n")
                .contains("Phase COMPASSION_SELF", "A as recorded", "B re-analysed")
                .containsPattern("A and B differ first at [0-9.]+ s: ")
                .containsPattern("The state of the response differs at \\d+ of \\d+ ticks, first at ");
        assertThat(Files.readString(card)).contains("A, as recorded\n", "B, re-analysed\n", "OnsetBank", "StateFilter");
    }

    @Test
    void aFileThatThisVersionComputesOtherwiseIsShownAndCalledByItsName() throws Exception {
        Path file = folder.resolve("other.soothe");
        // The engine that ran was the other one: what is in the file is not what its settings give.
        Engine engine = new Engine(ResponseMethod.FILTER);
        SessionRecorder recorder = SessionRecorder.start(
                file, RecordOptions.info("", ResponseMethod.DRIFT, ""), null, NanoClock.system(), state -> {});
        for (Event event : SimulatedSession.events(
                World.STANDARD, SimulatedScript.of(ResponseKind.THREAT, BreathingMode.PACED), 72)) {
            engine.update(event);
            recorder.taken(event, engine.snapshot());
        }
        recorder.end("over", List.of());
        assertThat(shell.run("compare", file.toString(), "--with", "method=FILTER", "--ticks", "none"))
                .isEqualTo(1);
        assertThat(shell.out()).contains("A  as recorded   BUT NOT what the file holds, first at ");
    }

    @Test
    void settingsThatThereAreNotAreNamed() {
        assertThat(shell.run("compare", STATES, "--with", "tempo=3")).isEqualTo(2);
        assertThat(shell.err()).contains("there is no setting \"tempo\"", "method, pacer, inhale");
        assertThat(shell.run("compare", STATES, "--with", "pacer=3")).isEqualTo(2);
        assertThat(shell.err()).contains("pacer must be 4.0 to 10.0 breaths a minute, or off, was \"3\"");
        assertThat(shell.run("compare", STATES, "--with", "method=FILTRE")).isEqualTo(2);
        assertThat(shell.err()).contains("[FILTER, DRIFT]");
        assertThat(shell.run("compare", STATES)).isEqualTo(2);
        assertThat(shell.err()).contains("--with");
    }
}
