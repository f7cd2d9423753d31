package org.soothe.recording.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;

/** The records of the next block. Not thread-safe; owned by the writer thread. */
final class RecordBlock {
    private final SnapshotDelta delta = new SnapshotDelta();
    private final FlatRecord flat = new FlatRecord();
    private CborOut out = new CborOut();
    private int eventCount;
    private int recordCount;

    void add(Event event) {
        write(() -> EventCodec.write(out, event));
        eventCount++;
    }

    void add(Snapshot snapshot) {
        write(() -> delta.write(out, snapshot));
    }

    void add(PhaseReport report) {
        List<Field> fields = flat.of(report, report.measures().toNs());
        write(() -> {
            out.array(1 + 2 * fields.size()).number(RecordCode.PHASE_REPORT);
            for (Field field : fields) {
                out.text(field.path()).value(field.value());
            }
            out.end();
        });
    }

    void addLost(long count) {
        write(() -> out.array(2).number(RecordCode.LOST).number(count).end());
        delta.startAfresh();
    }

    /** Makes the next snapshot stand alone. */
    void startAfresh() {
        delta.startAfresh();
    }

    boolean isEmpty() {
        return recordCount == 0;
    }

    int eventCount() {
        return eventCount;
    }

    int size() {
        try {
            return out.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the payload and begins the next one. */
    byte[] take() {
        try {
            byte[] payload = out.done();
            out = new CborOut();
            eventCount = 0;
            recordCount = 0;
            return payload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that writes to memory, which cannot fail. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
            recordCount++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
