package org.soothe.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.recording.vault.KeyRing;
import org.soothe.time.NanoClock;

/** Where nothing can be written the session goes on, a person is told, and what waits follows when writing works again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TroubleTest {
    @TempDir
    private Path folder;

    private final List<Event> events = Made.events(31);
    private final BlockingQueue<RecordingState> states = new LinkedBlockingQueue<>();
    private final Engine engine = new Engine();

    /** A disk that can be filled and emptied; a write that finds it full leaves half of its bytes. */
    private static class Disk implements Storage {
        private byte[] bytes = new byte[0];
        private volatile boolean full;

        @Override
        public synchronized void write(long offset, byte[] more) throws IOException {
            int length = full ? more.length / 2 : more.length;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, (int) Math.min(offset, bytes.length));
            out.write(more, 0, length);
            bytes = out.toByteArray();
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {}

        @Override
        public synchronized void truncate(long offset) {
            bytes = java.util.Arrays.copyOf(bytes, (int) offset);
        }

        @Override
        public void close() {}

        synchronized byte[] copy() {
            return bytes.clone();
        }
    }

    private SessionRecorder recorder(Path file, Storage disk, long roomBytes) {
        FileHeader header = new FileHeader(UUID.randomUUID(), false);
        SessionRecorder recorder = new SessionRecorder(
                file,
                () -> new SessionWriter(disk, header, Made.info(), null),
                roomBytes,
                SessionRecorder.Pressure.LOSE,
                NanoClock.system(),
                states::add);
        recorder.begin();
        return recorder;
    }

    private void feed(SessionRecorder recorder, List<Event> some) {
        for (Event event : some) {
            engine.update(event);
            recorder.taken(event, engine.snapshot());
        }
    }

    private RecordingState await(Predicate<RecordingState> wanted) throws InterruptedException {
        RecordingState state = states.take();
        while (!wanted.test(state)) {
            state = states.take();
        }
        return state;
    }

    private ExactReplay.Verdict verdict(byte[] bytes) throws Exception {
        try (SessionFile file = SessionFile.open(Files.write(folder.resolve("read.soothe"), bytes), KeyRing.none())) {
            return ExactReplay.of(file, "test");
        }
    }

    @Test
    void aFullDiskIsToldAndNothingIsLostWhenThereIsRoomAgain() throws Exception {
        Disk disk = new Disk();
        SessionRecorder recorder = recorder(folder.resolve("a.soothe"), disk, SessionRecorder.ROOM_BYTES);
        feed(recorder, events.subList(0, 300));
        await(state -> state.committedEventCount() == 300);
        disk.full = true;
        feed(recorder, events.subList(300, 600));
        RecordingState trouble = await(state -> state instanceof RecordingState.NotRecording);
        assertThat(((RecordingState.NotRecording) trouble).reason()).contains("the disk is full");
        assertThat(trouble.committedEventCount()).isEqualTo(300);
        ExactReplay.Verdict meanwhile = verdict(disk.copy());
        assertThat(meanwhile.exact()).isTrue();
        // The half that the full disk took may hold whole blocks: more than was promised, never less.
        assertThat(meanwhile.eventCount()).isBetween(300L, 600L);
        assertThat(meanwhile.notes()).anyMatch(note -> note.contains("ended early"));

        disk.full = false;
        await(state -> state.committedEventCount() == 600);
        feed(recorder, events.subList(600, events.size()));
        RecordingState end = recorder.end("over", List.of());
        assertThat(((RecordingState.Closed) end).complete()).isTrue();
        ExactReplay.Verdict verdict = verdict(disk.copy());
        assertThat(verdict.exact()).isTrue();
        assertThat(verdict.endedWell()).isTrue();
        assertThat(verdict.eventCount()).isEqualTo(events.size());
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void aDiskThatStaysFullKeepsWhatWasCommittedAndSaysSo() throws Exception {
        Disk disk = new Disk();
        SessionRecorder recorder = recorder(folder.resolve("a.soothe"), disk, SessionRecorder.ROOM_BYTES);
        feed(recorder, events.subList(0, 300));
        await(state -> state.committedEventCount() == 300);
        disk.full = true;
        feed(recorder, events.subList(300, 400));
        await(state -> state instanceof RecordingState.NotRecording);
        RecordingState.Closed end = (RecordingState.Closed) recorder.end("over", List.of());
        assertThat(end.complete()).isFalse();
        assertThat(end.reason()).contains("the disk is full");
        assertThat(end.committedEventCount()).isEqualTo(300);
        assertThat(verdict(disk.copy()).eventCount()).isEqualTo(300);
    }

    @Test
    void whatFindsNoRoomIsCountedAndTheFileSaysWhere() throws Exception {
        Disk disk = new Disk();
        SessionRecorder recorder = recorder(folder.resolve("a.soothe"), disk, 1 << 17);
        feed(recorder, events.subList(0, 10));
        await(state -> state.committedEventCount() == 10);
        disk.full = true;
        feed(recorder, events.subList(10, 12));
        await(state -> state instanceof RecordingState.NotRecording);
        feed(recorder, events.subList(12, 400));
        disk.full = false;
        await(state ->
                state instanceof RecordingState.Recording && state.committedEventCount() + recorder.lostCount() == 400);
        feed(recorder, events.subList(400, 500));
        assertThat(((RecordingState.Closed) recorder.end("over", List.of())).complete())
                .isTrue();
        ExactReplay.Verdict verdict = verdict(disk.copy());
        assertThat(verdict.first()).isNull();
        assertThat(verdict.exact()).isFalse();
        assertThat(verdict.notes()).anyMatch(note -> note.contains("events are lost here"));
        long lost = verdict.notes().stream()
                .filter(note -> note.contains("lost here"))
                .mapToLong(note -> Long.parseLong(note.replaceAll(".*: (\\d+) events.*", "$1")))
                .sum();
        assertThat(lost).isEqualTo(recorder.lostCount());
        assertThat(verdict.eventCount() + lost).isEqualTo(500);
    }

    @Test
    void aFileThatNeverHeldAnythingIsNotLeftBehind() throws Exception {
        Path file = folder.resolve("empty.soothe");
        FileStorage.create(file).close();
        assertThat(file).doesNotExist();
        FileStorage moved = FileStorage.create(file);
        Files.move(file, folder.resolve("moved.soothe"));
        Files.writeString(file, "another's");
        moved.close();
        assertThat(file).hasContent("another's");
        FileStorage begun = FileStorage.create(folder.resolve("begun.soothe"));
        begun.write(0, new byte[] {1});
        begun.close();
        assertThat(folder.resolve("begun.soothe")).exists();
    }

    @Test
    void aFolderThatIsNotThereYetIsTriedAgain() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        Path file = blocked.resolve("a.soothe");
        SessionRecorder recorder = SessionRecorder.start(file, Made.info(), null, NanoClock.system(), states::add);
        feed(recorder, events);
        await(state -> state instanceof RecordingState.NotRecording);
        Files.delete(blocked);
        await(state -> state.committedEventCount() == events.size());
        recorder.end("over", List.of());
        try (SessionFile open = SessionFile.open(file, KeyRing.none())) {
            assertThat(ExactReplay.of(open, "test").exact()).isTrue();
        }
    }

    @Test
    void aFileThatIsTakenAwayIsMadeAgainWhole() throws Exception {
        Path file = folder.resolve("a.soothe");
        SessionRecorder recorder = SessionRecorder.startLive(file, Made.info(), null, NanoClock.system(), states::add);
        feed(recorder, events.subList(0, 50));
        await(state -> state.committedEventCount() == 50);
        Files.delete(file);
        feed(recorder, events.subList(50, 60));
        RecordingState again = await(state -> state instanceof RecordingState.MadeAgain);
        assertThat(((RecordingState.MadeAgain) again).reason()).contains("removed or moved", "made again, whole");
        assertThat(again.file()).isEqualTo(file);
        feed(recorder, events.subList(60, events.size()));
        assertThat(((RecordingState.Closed) recorder.end("over", List.of())).complete())
                .isTrue();
        assertWhole(file);
    }

    @Test
    void aFileThatIsReplacedStaysAndTheRecordingGetsAnotherName() throws Exception {
        Path file = folder.resolve("a.soothe");
        SessionRecorder recorder = SessionRecorder.startLive(file, Made.info(), null, NanoClock.system(), states::add);
        feed(recorder, events.subList(0, 50));
        await(state -> state.committedEventCount() == 50);
        Files.delete(file);
        Files.writeString(file, "something else");
        feed(recorder, events.subList(50, events.size()));
        RecordingState again = await(state -> state instanceof RecordingState.MadeAgain);
        assertThat(((RecordingState.MadeAgain) again).reason()).contains("replaced by another file");
        RecordingState end = recorder.end("over", List.of());
        assertThat(end.file()).isEqualTo(folder.resolve("a-2.soothe"));
        assertThat(file).hasContent("something else");
        assertWhole(end.file());
    }

    @Test
    void aFileThatIsOverwrittenAndRemovedIsNotMadeAgain() throws Exception {
        Path file = folder.resolve("a.soothe");
        SessionRecorder recorder = SessionRecorder.startLive(file, Made.info(), null, NanoClock.system(), states::add);
        feed(recorder, events.subList(0, 50));
        await(state -> state.committedEventCount() == 50);
        Files.write(file, new byte[100]);
        Files.delete(file);
        feed(recorder, events.subList(50, 60));
        RecordingState trouble = await(state -> state instanceof RecordingState.NotRecording);
        assertThat(((RecordingState.NotRecording) trouble).reason()).contains("overwritten and removed");
        assertThat(((RecordingState.Closed) recorder.end("over", List.of())).complete())
                .isFalse();
        assertThat(file).doesNotExist();
    }

    private void assertWhole(Path file) throws Exception {
        try (SessionFile open = SessionFile.open(file, KeyRing.none())) {
            ExactReplay.Verdict verdict = ExactReplay.of(open, "test");
            assertThat(verdict.exact()).isTrue();
            assertThat(verdict.endedWell()).isTrue();
            assertThat(verdict.eventCount()).isEqualTo(events.size());
        }
    }

    @Test
    void aLiveSessionDoesNotWaitForADiskThatDoesNotAnswer() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        Disk disk = new Disk() {
            @Override
            public void force() throws IOException {
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        SessionRecorder recorder = recorder(folder.resolve("a.soothe"), disk, 1 << 17);
        // Returns although nothing is written: that is what is tested.
        feed(recorder, events.subList(0, 400));
        RecordingState trouble = await(state -> state instanceof RecordingState.NotRecording);
        assertThat(((RecordingState.NotRecording) trouble).reason()).contains("does not answer, or is too slow");
        assertThat(((RecordingState.NotRecording) trouble).lostCount()).isPositive();
        answers.countDown();
        await(state -> state instanceof RecordingState.Recording recording && recording.committedEventCount() > 0);
        assertThat(((RecordingState.Closed) recorder.end("over", List.of())).complete())
                .isTrue();
        assertThat(verdict(disk.copy()).notes()).anyMatch(note -> note.contains("events are lost here"));
    }

    @Test
    void aSourceThatCanWaitLosesNothingOnASlowDisk() throws Exception {
        Disk disk = new Disk();
        FileHeader header = new FileHeader(UUID.randomUUID(), false);
        SessionRecorder recorder = new SessionRecorder(
                folder.resolve("a.soothe"),
                () -> new SessionWriter(disk, header, Made.info(), null),
                1 << 13,
                SessionRecorder.Pressure.WAIT,
                NanoClock.system(),
                states::add);
        recorder.begin();
        feed(recorder, events);
        assertThat(((RecordingState.Closed) recorder.end("over", List.of())).complete())
                .isTrue();
        assertThat(verdict(disk.copy()).eventCount()).isEqualTo(events.size());
    }
}
