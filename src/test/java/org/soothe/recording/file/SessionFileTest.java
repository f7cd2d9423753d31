package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReport;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.recording.vault.KeyRing;
import org.soothe.time.NanoClock;

class SessionFileTest {
    @TempDir
    private static Path folder;

    private static final List<Event> EVENTS = Made.events(11);
    private static Path recorded;

    @BeforeAll
    static void record() throws IOException {
        recorded = Made.record(folder.resolve("a.soothe"), EVENTS, null);
    }

    @Test
    void everyKindOfEventIsRecordedInTheTests() {
        Set<Class<?>> made = EVENTS.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(made).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void theEventsComeBackAsTheyWere() throws Exception {
        List<Event> read = new ArrayList<>();
        int snapshots = 0;
        int reports = 0;
        List<LogEntry> other = new ArrayList<>();
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none());
                SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Heard heard) {
                    read.add(heard.event());
                } else if (entry instanceof LogEntry.Said) {
                    snapshots++;
                } else if (entry instanceof LogEntry.Reported) {
                    reports++;
                } else {
                    other.add(entry);
                }
            }
            assertThat(file.info()).isEqualTo(Made.info());
            assertThat(file.notes()).isEmpty();
        }
        assertThat(read).hasSameSizeAs(EVENTS).isEqualTo(EVENTS);
        assertThat(snapshots).isGreaterThan(500);
        assertThat(reports).isEqualTo(Made.reports(EVENTS).size());
        assertThat(other).containsExactly(new LogEntry.Ended("over"));
    }

    @Test
    void replayIsExact() throws Exception {
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none())) {
            ExactReplay.Verdict verdict = ExactReplay.of(file, "test");
            assertThat(verdict.first()).isNull();
            assertThat(verdict.exact()).isTrue();
            assertThat(verdict.endedWell()).isTrue();
            assertThat(verdict.notes()).isEmpty();
            assertThat(verdict.comparedCount()).isGreaterThan(500);
            assertThat(verdict.reportCount()).isEqualTo(3);
        }
    }

    @Test
    void aReportThatIsNotThatOfTheSessionIsNamed() throws Exception {
        List<Event> others = Made.events(6);
        Path path = folder.resolve("reports.soothe");
        SessionRecorder recorder = SessionRecorder.start(path, Made.info(), null, NanoClock.system(), state -> {});
        Made.feed(recorder, EVENTS);
        recorder.end("over", Made.reports(others));
        double recorded = Made.reports(others).get(0).measures().heartRateBpm().orNaN();
        double computed = Made.reports(EVENTS).get(0).measures().heartRateBpm().orNaN();
        try (SessionFile file = SessionFile.open(path, KeyRing.none())) {
            ExactReplay.Verdict verdict = ExactReplay.of(file, "test");
            assertThat(verdict.exact()).isFalse();
            assertThat(verdict.first())
                    .isEqualTo(new Difference(
                            240 * Made.SECOND_NS,
                            "report of phase 1, measures.heartRateBpm",
                            String.valueOf(recorded),
                            String.valueOf(computed)));
        }
    }

    @Test
    void aReportOfAPhaseThatNeverWasIsNamed() throws Exception {
        Path path = folder.resolve("phase.soothe");
        List<Event> first = Made.until(EVENTS, 100);
        SessionRecorder recorder = SessionRecorder.start(path, Made.info(), null, NanoClock.system(), state -> {});
        Made.feed(recorder, first);
        List<PhaseReport> reports = new ArrayList<>(Made.reports(first));
        reports.add(Made.reports(EVENTS).get(1));
        recorder.end("over", reports);
        try (SessionFile file = SessionFile.open(path, KeyRing.none())) {
            Difference difference =
                    Objects.requireNonNull(ExactReplay.of(file, "test").first());
            assertThat(difference.path()).isEqualTo("report of phase 2, measures.phase");
            assertThat(difference.computed()).isEqualTo("no phase");
        }
    }

    @Test
    void everythingInASnapshotIsAKnownKindOfValue() throws Exception {
        try (SessionFile file = SessionFile.open(recorded, KeyRing.none());
                SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Said said) {
                    assertThat(said.snapshot().values().values())
                            .noneMatch(value -> String.valueOf(value).startsWith("unknown "));
                }
            }
        }
    }

    @Test
    void theFirstDifferenceIsNamedAndTheMethodExplainsIt() throws Exception {
        SessionInfo info = Made.info();
        assertThat(verdictOfOneTickMore(info.software(), "0000").explanation())
                .contains("The method explains it")
                .contains("0000");
        assertThat(verdictOfOneTickMore("older", info.methodBuild()).explanation())
                .contains("older")
                .contains("the version does not explain it");
        ExactReplay.Verdict verdict = verdictOfOneTickMore(info.software(), info.methodBuild());
        assertThat(verdict.explanation()).contains("neither explains it");
        assertThat(verdict.exact()).isFalse();
        assertThat(verdict.first())
                .isEqualTo(new Difference(2 * Made.SECOND_NS, "beat.provisionalRrMs", "976.5625", "977.5390625"));
    }

    /** A file in which the engine was given another interval than the recorder. */
    private static ExactReplay.Verdict verdictOfOneTickMore(String software, String methodBuild) throws Exception {
        Path path = folder.resolve(software + methodBuild + ".soothe");
        SessionInfo info = Made.info();
        SessionInfo said =
                new SessionInfo(software, methodBuild, info.responseMethod(), info.startedAt(), "", "", info.card());
        try (SessionRecorder recorder = SessionRecorder.start(path, said, null, NanoClock.system(), state -> {})) {
            Engine engine = new Engine();
            for (int i = 1; i < 5; i++) {
                engine.update(packet(i, 1000));
                recorder.taken(packet(i, i == 2 ? 1001 : 1000), engine.snapshot());
            }
        }
        try (SessionFile file = SessionFile.open(path, KeyRing.none())) {
            return ExactReplay.of(file, "test");
        }
    }

    private static RrPacket packet(int second, int ticks) {
        return new RrPacket(second * Made.SECOND_NS, SensorContact.PRESENT, Double.NaN, RrIntervals.ofTicks1024(ticks));
    }

    @Test
    void aFileOfThisNameIsNeverWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(recorded);
        assertThatThrownBy(() -> SessionRecorder.start(recorded, Made.info(), null, NanoClock.system(), state -> {}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(recorded)).isEqualTo(before);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recorded)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsBeingRecordedOpensWithWhatIsCommittedAndSaysSo() throws Exception {
        Path file = folder.resolve("now.soothe");
        SynchronousQueue<RecordingState> states = new SynchronousQueue<>();
        try (SessionRecorder recorder =
                SessionRecorder.start(file, Made.info(), null, NanoClock.system(), state -> states.offer(state))) {
            Made.feed(recorder, EVENTS);
            RecordingState state = states.take();
            while (state.committedEventCount() < EVENTS.size()) {
                state = states.take();
            }
            try (SessionFile open = SessionFile.open(file, KeyRing.none())) {
                assertThat(open.notes()).anyMatch(note -> note.contains("being recorded right now"));
                ExactReplay.Verdict verdict = ExactReplay.of(open, "test");
                assertThat(verdict.exact()).isTrue();
                assertThat(verdict.endedWell()).isFalse();
                assertThat(verdict.eventCount()).isEqualTo(EVENTS.size());
            }
        }
    }

    @Test
    void cutAnywhereItReplaysUpToTheLastWholeBlockAndSaysThatItEndedEarly() throws Exception {
        byte[] whole = Files.readAllBytes(recorded);
        Path cut = folder.resolve("cut.soothe");
        for (int length = whole.length - 1; length > 200; length -= 29973) {
            Files.write(cut, Arrays.copyOf(whole, length));
            try (SessionFile file = SessionFile.open(cut, KeyRing.none())) {
                ExactReplay.Verdict verdict = ExactReplay.of(file, "test");
                assertThat(verdict.first()).isNull();
                assertThat(verdict.uncomparedCount()).isZero();
                if (length < whole.length - Layout.TRAILER_BYTES) {
                    assertThat(verdict.notes()).anyMatch(note -> note.contains("ended early"));
                    assertThat(verdict.endedWell()).isFalse();
                }
            }
        }
    }
}
