package org.soothe.recording.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.recording.vault.SealedKey;

/** Turns what happens in a session into blocks. Not thread-safe; owned by the writer thread. */
final class SessionWriter {

    // Design: the state of the live engine belongs to the session loop. So the writer has an engine of its own, gives
    // it the same events and keeps its state: same events, same state.

    /** Longest time between two places from which reading can begin. */
    private static final long PLACE_NS = 300_000_000_000L;

    /** Most events between two of them, so that seeking recomputes no more whatever a sensor sends: about 50 ms of work. */
    private static final int PLACE_EVENTS = 6000;

    private final BlockWriter blocks;
    private final RecordBlock records = new RecordBlock();
    private final List<PhaseStart> phases = new ArrayList<>();
    private long eventCount;
    private volatile long committedCount;
    private long lastNs;
    private long committedNs;
    private long indexAt = -1;
    private long placeNs = Long.MIN_VALUE;
    private long placeEvents;
    private @Nullable Engine shadow;
    private boolean ended;
    private final long blockNs;
    private long blockFromNs;

    /** Begins a file with what is known at the start. */
    SessionWriter(Storage storage, FileHeader header, SessionInfo info, @Nullable SealedKey key) throws IOException {
        this(storage, header, info, key, Long.MAX_VALUE);
    }

    /** Begins a file none of whose blocks is longer than a time of the session. */
    SessionWriter(Storage storage, FileHeader header, SessionInfo info, @Nullable SealedKey key, long blockNs)
            throws IOException {
        this.blockNs = blockNs;
        this.blocks = new BlockWriter(storage, header, key == null ? null : key.cipher());
        if (key != null) {
            // Twice: without it nothing else can be read.
            blocks.add(BlockType.KEY, key.keyBlock());
            blocks.add(BlockType.KEY, key.keyBlock());
        }
        blocks.add(BlockType.META, info.bytes());
        shadow = ExactReplay.engine(info, new ArrayList<>());
    }

    void add(Item item) throws IOException {
        if (item instanceof Item.Heard heard) {
            event(heard.event());
        } else if (item instanceof Item.Said said) {
            records.add(said.snapshot());
        } else if (item instanceof Item.Lost lost) {
            records.addLost(lost.eventCount());
            shadow = null;
        } else if (item instanceof Item.End end) {
            end(end);
        }
    }

    private void event(Event event) throws IOException {
        if (placeNs == Long.MIN_VALUE) {
            placeNs = event.timeNs();
        } else if (event.timeNs() - placeNs >= PLACE_NS || eventCount - placeEvents >= PLACE_EVENTS) {
            placeNs = event.timeNs();
            placeEvents = eventCount;
            place();
        }
        if (event.timeNs() - blockFromNs >= blockNs) {
            endBlock();
            blockFromNs = event.timeNs();
        }
        records.add(event);
        if (shadow != null) {
            shadow.update(event);
        }
        eventCount++;
        lastNs = event.timeNs();
        if (event instanceof PhaseStart start) {
            phases.add(start);
        }
    }

    /** Ends the block under way, so that reading can begin after it. */
    private void place() throws IOException {
        endBlock();
        long checkpointAt = -1;
        byte[] engineState = shadow == null ? null : EngineState.save(shadow);
        if (engineState != null) {
            checkpointAt = blocks.end();
            blocks.add(BlockType.CHECKPOINT, engineState);
        }
        long at = blocks.end();
        blocks.add(
                BlockType.INDEX,
                Place.pairs(indexAt, lastNs, eventCount, checkpointAt, phases).bytes());
        indexAt = at;
        records.startAfresh();
    }

    private void end(Item.End end) throws IOException {
        end.reports().forEach(records::add);
        shadow = null;
        place();
        long at = blocks.end();
        blocks.add(
                BlockType.END,
                new Pairs()
                        .with("reason", end.reason())
                        .with("events", eventCount)
                        .with("lastNs", lastNs)
                        .with("index", indexAt)
                        .bytes());
        blocks.addTrailer(at);
        ended = true;
    }

    private void endBlock() {
        if (!records.isEmpty()) {
            blocks.add(BlockType.RECORDS, records.take());
        }
    }

    /** Returns how much waits for a commit. */
    int waitingBytes() {
        return records.size() + blocks.waitingBytes();
    }

    /** Puts everything on the medium. If it fails, everything waits on and may be committed later. */
    void commit() throws IOException {
        endBlock();
        blocks.commit();
        committedCount = eventCount;
        committedNs = lastNs;
    }

    long committedCount() {
        return committedCount;
    }

    long committedNs() {
        return committedNs;
    }

    long committedBytes() {
        return blocks.committedBytes();
    }

    /** Returns whether the file says that it ended as it should, once that is committed. */
    boolean ended() {
        return ended;
    }

    /** Returns what a person should know of the file since this was asked last; empty if nothing. */
    String news() {
        return blocks.storage().news();
    }

    /** Returns where the file is. */
    Path path(Path given) {
        return blocks.storage().path(given);
    }

    void close() throws IOException {
        blocks.close();
    }
}
