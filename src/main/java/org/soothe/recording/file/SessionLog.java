package org.soothe.recording.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.Event;

/** Everything in a session file in its order, from the start or from a place on. Not thread-safe. */
public final class SessionLog implements Closeable {
    private final BlockReader blocks;
    private final Closeable source;
    private final boolean eventsOnly;
    private final Deque<LogEntry> ready = new ArrayDeque<>();
    private final List<@Nullable String> paths = new ArrayList<>();
    private final RecordedSnapshot snapshot = new RecordedSnapshot();
    private @Nullable CborIn records;
    private long blockAt;
    private boolean readable;
    private boolean ended;
    private boolean over;

    SessionLog(BlockReader blocks, Closeable source) {
        this(blocks, source, false);
    }

    /** Reads everything, or all but snapshots and reports, which most readers for events need not unpack. */
    SessionLog(BlockReader blocks, Closeable source, boolean eventsOnly) {
        this.blocks = blocks;
        this.source = source;
        this.eventsOnly = eventsOnly;
    }

    /** Returns what comes next, null when everything was returned. */
    public @Nullable LogEntry next() throws IOException {
        while (ready.isEmpty() && !over) {
            if (records == null || !record(records)) {
                records = null;
                block();
            }
        }
        return ready.poll();
    }

    private void block() throws IOException {
        Found found = blocks.next();
        if (found == null) {
            finish(0);
        } else if (found instanceof Found.TornEnd torn) {
            finish(torn.lengthCount());
        } else if (found instanceof Found.Damage damage) {
            if (damage.costsEvents()) {
                lose(damage.atByteCount(), damage.lost());
            } else {
                ready.add(new LogEntry.Skipped(damage.atByteCount(), damage.lost() + " No event is lost by that."));
            }
        } else if (found instanceof Found.Block block) {
            blockAt = block.atByteCount();
            take(block);
        }
    }

    private void finish(long tornCount) {
        over = true;
        if (!ended) {
            ready.add(new LogEntry.EndedEarly(tornCount));
        } else if (tornCount > 0) {
            ready.add(new LogEntry.Skipped(blockAt, tornCount + " bytes follow the end of the session."));
        }
    }

    private void take(Found.Block block) throws IOException {
        BlockType type = BlockType.of(block.typeCode().codeCount());
        if (type == null) {
            ready.add(new LogEntry.Skipped(
                    blockAt,
                    "A block of type " + block.typeCode().codeCount()
                            + " is skipped: a newer version of soothe wrote it."));
        } else if (type == BlockType.RECORDS) {
            records = new CborIn(block.plain());
        } else if (type == BlockType.END) {
            ended = true;
            ready.add(new LogEntry.Ended(reason(block.plain())));
        }
    }

    private static String reason(byte[] plain) {
        try {
            return Pairs.parse(plain).text("reason");
        } catch (Malformed e) {
            return "";
        }
    }

    /** After a loss no change of a snapshot means anything before the next fresh start. */
    private void lose(long at, String message) {
        readable = false;
        ready.add(new LogEntry.Lost(at, message));
    }

    /** Takes the next record of a block; false where the block ends. */
    private boolean record(CborIn in) throws IOException {
        try {
            if (!in.enter()) {
                return false;
            }
        } catch (IOException | Malformed e) {
            lose(blockAt, "The rest of a block cannot be read: " + firstLine(e));
            return false;
        }
        try {
            try {
                record(in, in.small());
            } catch (Malformed e) {
                lose(blockAt, "A record is left out: " + e.getMessage() + ".");
            }
            in.leave();
            return true;
        } catch (IOException | RuntimeException e) {
            // The bytes are as they were written, so this is a writer that does not keep to the format.
            lose(blockAt, "The rest of a block cannot be read: " + firstLine(e));
            return false;
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason") + ".";
    }

    private void record(CborIn in, int code) throws IOException, Malformed {
        if (eventsOnly && RecordCode.tellsOfEngine(code)) {
            return;
        }
        switch (code) {
            case RecordCode.FRESH -> {
                paths.clear();
                snapshot.clear();
                readable = true;
            }
            case RecordCode.FIELD -> field(in.small(), in.text());
            case RecordCode.SNAPSHOT -> snapshot(in);
            case RecordCode.PHASE_REPORT -> report(in);
            case RecordCode.LOST ->
                lose(blockAt, in.number() + " events are lost here: they could not be written in time.");
            default -> {
                Event event = EventCodec.read(in, code);
                ready.add(
                        event == null
                                ? new LogEntry.Skipped(
                                        blockAt,
                                        "A record of kind " + code + " is skipped: a newer version of soothe wrote it.")
                                : new LogEntry.Heard(event));
            }
        }
    }

    private void field(int number, String path) throws Malformed {
        if (readable) {
            if (number != paths.size()) {
                throw new Malformed("field " + number + " is defined where " + paths.size() + " should be");
            }
            paths.add(path);
        }
    }

    private void snapshot(CborIn in) throws IOException, Malformed {
        if (!readable) {
            return;
        }
        while (in.more()) {
            long number = in.numberHere();
            if (number < 0 || number >= paths.size()) {
                throw new Malformed("field " + number + " was never defined");
            }
            snapshot.set(String.valueOf(paths.get((int) number)), in.value());
        }
        ready.add(new LogEntry.Said(snapshot));
    }

    private void report(CborIn in) throws IOException, Malformed {
        RecordedSnapshot report = new RecordedSnapshot();
        while (in.more()) {
            report.set(in.textHere(), in.value());
        }
        ready.add(new LogEntry.Reported(report));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
