package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Snapshot;

/**
 * Writes snapshots as what changed since the one before. From time to time it starts afresh, so that a reader can begin there.
 * Not thread-safe; owned by the writer thread.
 */
final class SnapshotDelta {

    /** Time between two fresh starts. */
    private static final long FRESH_NS = 60_000_000_000L;

    private final FlatRecord flat = new FlatRecord();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable Object> last = new ArrayList<>();
    private final List<Field> changed = new ArrayList<>();
    private boolean fresh = true;
    private long freshNs;

    /** Makes the next snapshot stand alone. */
    void startAfresh() {
        fresh = true;
    }

    void write(CborOut out, Snapshot snapshot) throws IOException {
        if (fresh || snapshot.timeNs() - freshNs >= FRESH_NS || snapshot.timeNs() < freshNs) {
            numbers.clear();
            last.clear();
            out.array(1).number(RecordCode.FRESH).end();
            fresh = false;
            freshNs = snapshot.timeNs();
        }
        collect(out, flat.of(snapshot));
        out.array(1 + 2 * changed.size()).number(RecordCode.SNAPSHOT);
        for (Field field : changed) {
            out.number(number(field)).value(field.value());
        }
        out.end();
    }

    /** Gathers what changed; where a kind changed, everything below it too. */
    private void collect(CborOut out, List<Field> fields) throws IOException {
        changed.clear();
        String below = null;
        for (Field field : fields) {
            Integer known = numbers.get(field.path());
            if (known == null) {
                numbers.put(field.path(), last.size());
                out.array(3)
                        .number(RecordCode.FIELD)
                        .number(last.size())
                        .text(field.path())
                        .end();
                last.add(field.value());
            } else if (!Objects.equals(last.get(known), field.value())) {
                last.set(known, field.value());
                if (field.kind() && (below == null || !field.path().startsWith(below))) {
                    below = field.path() + ".";
                }
            } else if (below == null || !field.path().startsWith(below)) {
                continue;
            }
            changed.add(field);
        }
    }

    private int number(Field field) {
        return Objects.requireNonNull(numbers.get(field.path()));
    }
}
