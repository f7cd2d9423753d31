package org.soothe.recording.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.Waveform;
import org.soothe.recording.vault.SealedKey;
import org.soothe.time.NanoClock;

/**
 * Records a session while it happens. {@link #taken} is called by the session loop after each event and does not wait for the
 * disk; a thread of its own writes, and commits every half second. {@link #state} may be asked from any thread.
 *
 * <p>Where nothing can be written (full disk, forbidden folder), the session goes on: what is to be recorded waits in memory
 * and follows as soon as writing works again; only when there is no more room for it are events lost, and the file says
 * where and how many.
 */
public final class SessionRecorder implements AutoCloseable {

    // Design: one queue, bounded by bytes, from the loop to the writer. A live session never waits: what finds no room
    // is counted. Where events come as fast as they are taken (a replay, an import), the loop waits for room while the
    // disk works, so nothing is dropped; while writing fails, it goes on like a live one.

    /** Room for two hours of a heart with electrocardiogram and acceleration. */
    static final long ROOM_BYTES = 64L << 20;

    /** Half of what is promised, so that the medium has the other half. */
    private static final long COMMIT_NS = 500_000_000L;

    private static final int COMMIT_BYTES = 1 << 18;
    private static final long RETRY_MS = 1000;

    /** Longest time for a commit until a person is told; a healthy disk takes some milliseconds. */
    private static final long PATIENCE_NS = 5_000_000_000L;

    private static final String SLOW = "the disk does not answer, or is too slow for this session; please look at it";

    private final Opening opening;
    private final NanoClock clock;
    private final Consumer<RecordingState> watcher;
    private final Pressure pressure;
    private final WaitingRoom queue;
    private final Thread thread;
    private volatile Path file;
    private volatile RecordingState state;
    private volatile boolean failing;
    private final AtomicLong lostCount = new AtomicLong();
    private volatile boolean closing;
    private volatile long commitSinceNs;
    private volatile boolean commits;
    private String failure = "";
    private boolean full;
    private boolean slow;
    private long lostSinceCount;
    private long tickNs = Long.MIN_VALUE;
    private volatile @Nullable SessionWriter writer;

    /** Makes the file; tried again until it works. */
    @FunctionalInterface
    interface Opening {
        SessionWriter open() throws IOException;
    }

    /** What happens to an event that finds no room. */
    enum Pressure {
        /** It is lost: a live session waits for nothing. */
        LOSE,
        /** Its source waits, as long as the disk works. */
        WAIT
    }

    SessionRecorder(
            Path file,
            Opening opening,
            long roomBytes,
            Pressure pressure,
            NanoClock clock,
            Consumer<RecordingState> watcher) {
        this.file = file;
        this.opening = opening;
        this.pressure = pressure;
        this.clock = clock;
        this.watcher = watcher;
        this.queue = new WaitingRoom(roomBytes);
        this.state = new RecordingState.Recording(file, 0, 0, 0);
        this.thread = new Thread(this::write, "recorder");
    }

    /**
     * Starts to record a live session into a new file.
     *
     * @param info what the session is
     * @param key how to seal the file, null to leave it readable
     * @param watcher hears of every commit, and of trouble, one call at a time
     * @throws FileAlreadyExistsException if there is a file of this name; it is left as it is
     */
    public static SessionRecorder startLive(
            Path file, SessionInfo info, @Nullable SealedKey key, NanoClock clock, Consumer<RecordingState> watcher)
            throws FileAlreadyExistsException {
        return start(file, info, key, Pressure.LOSE, clock, watcher);
    }

    /**
     * Starts to record events that come as fast as they are taken, such as those of a replay, into a new file. Their source
     * waits for a slow disk.
     *
     * @param info what the session is
     * @param key how to seal the file, null to leave it readable
     * @param watcher hears of every commit, and of trouble, one call at a time
     * @throws FileAlreadyExistsException if there is a file of this name; it is left as it is
     */
    public static SessionRecorder start(
            Path file, SessionInfo info, @Nullable SealedKey key, NanoClock clock, Consumer<RecordingState> watcher)
            throws FileAlreadyExistsException {
        return start(file, info, key, Pressure.WAIT, clock, watcher);
    }

    /** As {@link #start}, with blocks that are as short as those of a live session. */
    static SessionRecorder startAsLive(
            Path file, SessionInfo info, @Nullable SealedKey key, long roomBytes, NanoClock clock) {
        FileHeader header = new FileHeader(UUID.randomUUID(), key != null);
        SessionRecorder recorder = new SessionRecorder(
                file,
                () -> new SessionWriter(FileStorage.create(file), header, info, key, COMMIT_NS),
                roomBytes,
                Pressure.WAIT,
                clock,
                state -> {});
        recorder.thread.start();
        return recorder;
    }

    private static SessionRecorder start(
            Path file,
            SessionInfo info,
            @Nullable SealedKey key,
            Pressure pressure,
            NanoClock clock,
            Consumer<RecordingState> watcher)
            throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it is not written over");
        }
        FileHeader header = new FileHeader(UUID.randomUUID(), key != null);
        SessionRecorder recorder = new SessionRecorder(
                file,
                () -> new SessionWriter(FileStorage.create(file), header, info, key),
                ROOM_BYTES,
                pressure,
                clock,
                watcher);
        recorder.thread.start();
        return recorder;
    }

    /** Begins to write; for recorders that were not started already. */
    void begin() {
        thread.start();
    }

    /** Records an event that the engine has just taken, and what it says now where that is worth a record. */
    public void taken(Event event, Snapshot snapshot) {
        put(new Item.Heard(event), 1);
        if (snapshot.tickNs() != tickNs || !(event instanceof Waveform)) {
            put(new Item.Said(snapshot), 0);
        }
        tickNs = snapshot.tickNs();
    }

    private void put(Item item, long events) {
        // Once full, half of the room must be free before it goes on, so that there is one long hole and not many short
        // ones.
        boolean waits = pressure == Pressure.WAIT && !failing;
        if (full && (waits || queue.isHalfFree() || item instanceof Item.End)) {
            full = lostSinceCount > 0 && !queue.offer(new Item.Lost(lostSinceCount));
            lostSinceCount = full ? lostSinceCount : 0;
        }
        boolean taken = !full && queue.offer(item);
        while (!taken && !full && pressure == Pressure.WAIT && !failing && !closing) {
            try {
                taken = queue.offer(item, RETRY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (!taken) {
            full = true;
            lostSinceCount += events;
            lostCount.addAndGet(events);
        }
        if (pressure == Pressure.LOSE) {
            tellIfSlow();
        }
    }

    /** A writer that waits for a disk cannot say so. */
    private void tellIfSlow() {
        boolean late = commits && clock.nanoTime() - commitSinceNs > PATIENCE_NS;
        if (!slow && !failing && (late || lostSinceCount > 0)) {
            slow = true;
            sayTrouble(SLOW);
        } else if (slow && !late && !full) {
            slow = false;
        }
    }

    /** Returns how many events found no room so far. */
    long lostCount() {
        return lostCount.get();
    }

    /** Returns whether it records, and how far. */
    public RecordingState state() {
        return state;
    }

    /**
     * Ends the file as it should end and waits until it is on the medium. The session loop has ended before.
     *
     * @param reason why the session ended, in words
     * @param reports the report of each phase
     */
    public RecordingState end(String reason, List<PhaseReport> reports) {
        put(new Item.End(reason, List.copyOf(reports)), 0);
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state;
    }

    /** Ends the file if that was not done yet. */
    @Override
    public void close() {
        if (!(state instanceof RecordingState.Closed)) {
            end("closed", List.of());
        }
    }

    private void write() {
        try {
            SessionWriter open = open();
            if (open == null) {
                return;
            }
            writer = open;
            pump(open);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Whatever is wrong with the recorder, the session goes on.
            trouble(new IOException("an error of the program itself, please report it: " + e, e));
        } finally {
            finish();
        }
    }

    private @Nullable SessionWriter open() throws InterruptedException {
        while (true) {
            try {
                return opening.open();
            } catch (IOException e) {
                trouble(e);
            }
            if (closing) {
                return null;
            }
            Thread.sleep(RETRY_MS);
        }
    }

    private void pump(SessionWriter open) throws InterruptedException {
        long sinceNs = clock.nanoTime();
        boolean dirty = true;
        while (true) {
            long leftNs = dirty ? COMMIT_NS - (clock.nanoTime() - sinceNs) : COMMIT_NS;
            Item item = leftNs > 0 ? queue.poll(leftNs) : null;
            if (item != null) {
                if (!dirty) {
                    dirty = true;
                    sinceNs = clock.nanoTime();
                }
                add(open, item);
            }
            boolean over = item == null && closing && queue.isEmpty();
            boolean due = dirty && (clock.nanoTime() - sinceNs >= COMMIT_NS || open.waitingBytes() > COMMIT_BYTES);
            if (due || over || open.ended()) {
                boolean done = commit(open);
                dirty = false;
                if (over || open.ended() || (!done && closing)) {
                    return;
                }
            }
        }
    }

    private static void add(SessionWriter open, Item item) {
        try {
            open.add(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits; tries again until it works or the session is over. */
    private boolean commit(SessionWriter open) throws InterruptedException {
        while (true) {
            try {
                commitSinceNs = clock.nanoTime();
                commits = true;
                open.commit();
                commits = false;
                failing = false;
                failure = "";
                tellNews(open);
                say(new RecordingState.Recording(
                        file, open.committedCount(), open.committedNs(), open.committedBytes()));
                return true;
            } catch (IOException e) {
                trouble(e);
            }
            if (closing) {
                return false;
            }
            Thread.sleep(RETRY_MS);
        }
    }

    private void tellNews(SessionWriter open) {
        String news = open.news();
        if (!news.isEmpty()) {
            file = open.path(file);
            say(new RecordingState.MadeAgain(file, open.committedCount(), news));
        }
    }

    private void trouble(IOException e) {
        failing = true;
        commits = false;
        failure = Trouble.words(e);
        sayTrouble(failure);
    }

    private void sayTrouble(String reason) {
        say(new RecordingState.NotRecording(file, committedCount(), reason, queue.size(), lostCount.get()));
    }

    private long committedCount() {
        SessionWriter open = writer;
        return open == null ? 0 : open.committedCount();
    }

    private void finish() {
        failing = true;
        boolean complete = false;
        String reason = failure;
        try {
            SessionWriter open = writer;
            if (open != null) {
                complete = open.ended() && reason.isEmpty();
                open.close();
            }
        } catch (IOException e) {
            complete = false;
            reason = Trouble.words(e);
        }
        say(new RecordingState.Closed(file, committedCount(), complete, reason));
    }

    private synchronized void say(RecordingState next) {
        if (!(state instanceof RecordingState.Closed)) {
            state = next;
            watcher.accept(next);
        }
    }
}
