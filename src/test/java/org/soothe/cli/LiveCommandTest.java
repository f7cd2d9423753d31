package org.soothe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.PhaseReports;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionInfo.CardLine;
import org.soothe.recording.file.SessionRecording;
import org.soothe.recording.file.SessionSummary;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.KeyRing;
import org.soothe.report.MethodCard;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;

/** The clock of the shell leaps, so that simulated persons take no time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveCommandTest {
    private static final String LIVE = "live --sensor simulated:moderate-threat --duration 2min --no-record ";
    private static final String RECORDED = "live --sensor simulated:moderate-threat --duration 2min ";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void elsewhereThanInATerminalItWritesALineAMinuteAndEveryChangeOfTheSensor() {
        assertThat(shell.runLine(LIVE)).isZero();
        assertThat(shell.out()).contains("Sensor connected.", "Sensor streaming.", "   1:", " beats until 2:00: ");
        assertThat(shell.err())
                .startsWith("soothe: The time is over. 2:00, ")
                .contains("Nothing was kept, as you asked for");
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
                        + "+high-swing+ectopic-rich+free --duration 1min --no-record"))
                .isZero();
        assertThat(shell.out()).contains("+free").contains(" beats until ");
    }

    @Test
    void outRecordsTheSessionAndNeverWritesOverAFile() throws IOException {
        Path file = folder.resolve("a.soothe");
        assertThat(shell.runLine(RECORDED + "--out " + file)).isZero();
        assertThat(shell.err())
                .contains("Recording into " + file)
                .contains("events are kept in " + file)
                .doesNotContain("NOTHING IS BEING RECORDED");
        byte[] recorded = Files.readAllBytes(file);
        assertThat(shell.runLine("replay --verify " + file)).isZero();
        assertThat(shell.out()).contains(": exact: ").doesNotContain("ended early");

        assertThat(shell.runLine(RECORDED + "--out " + file)).isEqualTo(2);
        assertThat(shell.err()).contains("is there already and is not written over");
        assertThat(Files.readAllBytes(file)).isEqualTo(recorded);
    }

    @Test
    void whatIsReplayedFromASessionIsWhatWasShownLive() {
        Path file = folder.resolve("a.soothe");
        assertThat(shell.runLine(RECORDED + "--json --out " + file)).isZero();
        List<String> live =
                shell.out().lines().filter(line -> line.contains("\"tickNs\"")).toList();
        assertThat(shell.runLine("replay --json " + file)).isZero();
        List<String> replayed = shell.out().lines().toList();
        assertThat(replayed).hasSameSizeAs(live).isEqualTo(live);
        assertThat(shell.runLine("replay --json --seek 100s " + file)).isZero();
        List<String> rest = shell.out().lines().toList();
        assertThat(rest).isEqualTo(live.subList(live.size() - rest.size(), live.size()));
        assertThat(rest.size()).isBetween(15, 25);
    }

    @Test
    void aSealedSessionOpensWithItsKeyOnly() throws IOException {
        Path file = folder.resolve("a.soothe");
        Path key = folder.resolve("key.txt");
        Identity identity = Identity.random();
        Files.writeString(key, identity.keyFile());
        assertThat(shell.runLine(
                        RECORDED + "--recipient " + identity.recipient() + " --pseudonym Quelle --out " + file))
                .isZero();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("Quelle", "STRAP", "soothe 0");
        assertThat(shell.runLine("replay " + file)).isEqualTo(2);
        assertThat(shell.err()).contains("it is sealed for a key; give the key file with --key-file");
        assertThat(shell.runLine("replay --verify --key-file " + key + " " + file))
                .isZero();
        assertThat(shell.runLine("analyze --key-file " + key + " " + file)).isZero();
        assertThat(shell.out()).contains("chest strap");
        Files.writeString(key, Identity.random().keyFile());
        assertThat(shell.runLine("replay --key-file " + key + " " + file)).isEqualTo(2);
        assertThat(shell.err()).contains("another key than the key file given");
    }

    @Test
    void withoutAFileItIsKeptInTheLibrary() throws IOException {
        Path library = LibraryFolder.path();
        long before = count(library);
        assertThat(shell.runLine(RECORDED)).isZero();
        assertThat(shell.err()).contains("events are kept in " + library);
        assertThat(count(library)).isEqualTo(before + 1);
    }

    private static long count(Path library) throws IOException {
        if (!Files.isDirectory(library)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.toString().endsWith(LibraryFolder.ENDING))
                    .count();
        }
    }

    @Test
    void phasesAndPacerAreTakenWhenTheirTimeHasCome() throws IOException, RecordingFormatException {
        Path phases = Files.writeString(folder.resolve("phases.csv"), "20,BASELINE_PACED,paced\n");
        Path file = folder.resolve("a.soothe");
        assertThat(shell.runLine(RECORDED + "--pacer 6 --phases " + phases + " --out " + file))
                .isZero();
        List<Event> events;
        try (SessionFile session = SessionFile.open(file, KeyRing.none())) {
            events = SessionRecording.read(session).events();
        }
        int at = -1;
        for (int i = 0; i < events.size(); i++) {
            boolean starts = events.get(i) instanceof PhaseStart start && start.timeNs() == 20_000_000_000L;
            at = starts ? i : at;
        }
        assertThat(events.get(at - 1).toString()).startsWith("RrPacket[timeNs=19000000000");
        assertThat(events.get(at + 1).toString()).startsWith("RrPacket[timeNs=20000000000");
        assertThat(events)
                .anyMatch(event -> event.toString().startsWith("PacerSetting[timeNs=0, mode=STEADY, ratePerMin=6.0"));
    }

    /** Rest, compassion and recovery, as the simulated person has them. */
    private List<String> wholeSession(String more) {
        assertThat(shell.runLine("live --sensor simulated:moderate-threat --duration 12min --json" + more))
                .as(shell.err())
                .isZero();
        return shell.out().lines().filter(line -> line.contains("\"tickNs\"")).toList();
    }

    @ParameterizedTest
    @EnumSource(ResponseMethod.class)
    void whatIsShownRecordedReportedAndWrittenOnTheCardIsReadByTheMethodOfChoice(ResponseMethod method)
            throws Exception {
        Path file = folder.resolve("a.soothe");
        List<String> live = wholeSession(" --method " + method + " --out " + file);
        assertThat(shell.runLine("replay --verify " + file)).as(shell.out()).isZero();
        assertThat(shell.out()).contains(": exact: ", " events, and the reports of its 3 phases, bit for bit.");
        assertThat(shell.runLine("replay --json " + file)).isZero();
        assertThat(shell.out().lines().toList()).isEqualTo(live);

        List<Event> events;
        List<Map<String, String>> reports;
        try (SessionFile session = SessionFile.open(file, KeyRing.none())) {
            events = SessionRecording.read(session).events();
            reports = SessionSummary.of(session).reports();
            assertThat(session.info().responseMethod()).isEqualTo(method.name());
            List<CardLine> card = new ArrayList<>();
            MethodCard.ofReplay(Version.text(), method)
                    .sections()
                    .forEach(section -> section.entries()
                            .forEach(entry -> card.add(new CardLine(section.name(), entry.name(), entry.text()))));
            assertThat(session.info().card()).isEqualTo(card);
        }
        List<PhaseReport> expected = PhaseReports.of(events, method);
        for (int i = 0; i < expected.size(); i++) {
            for (ResponseState state : expected.get(i).shownNs().keySet()) {
                assertThat(reports.get(i))
                        .containsEntry(
                                "shownNs." + state,
                                String.valueOf(expected.get(i).shownNs().get(state)));
            }
        }
        List<PhaseReport> otherwise =
                PhaseReports.of(events, method == ResponseMethod.DRIFT ? ResponseMethod.FILTER : ResponseMethod.DRIFT);
        assertThat(otherwise.get(1).shownNs()).isNotEqualTo(expected.get(1).shownNs());
    }

    @Test
    void withoutAMethodItIsTheStandardOneAsTheHelpSays() {
        String standard = ResponseMethod.standard().name();
        assertThat(wholeSession(" --no-record"))
                .isEqualTo(wholeSession(" --no-record --method " + standard))
                .isNotEqualTo(wholeSession(" --no-record --method FILTER"));
        assertThat(shell.runLine("live --help")).isZero();
        assertThat(shell.out().replaceAll("\\s+", " ")).contains("for a new one " + standard);
        assertThat(shell.runLine("live --sensor simulated:neutral --no-record --method WISH"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--method", "WISH");
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
            String line = "live --sensor simulated:neutral --no-record " + json;
            assertThat(shell.runInto(closing, line.trim().split(" ", -1))).isZero();
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void sensorsListsSimulatedPersonsAtOnceAndEndsWhenItsTimeIsOver() {
        assertThat(shell.runLine("sensors --duration 1s")).isZero();
        assertThat(shell.out()).contains("simulated:moderate-threat").doesNotContain("\u001b");
        assertThat(shell.runLine("sensors --json --duration 1s")).isZero();
        assertThat(shell.out())
                .contains(
                        "{\"sensor\":\"simulated:moderate-threat\",\"kind\":\"simulated\",\"name\":\"moderate-threat\","
                                + "\"signalDbm\":null,\"batteryPercent\":null,\"capabilities\":[\"HEART_RATE\",");
        assertThat(shell.runWatched("sensors", "--duration", "1s")).isZero();
        assertThat(shell.out()).contains("simulated:drive").contains("\u001b[");
    }
}
