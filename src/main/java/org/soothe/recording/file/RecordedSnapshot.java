package org.soothe.recording.file;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;

/**
 * A snapshot, or the report of a phase, as a file holds it: a value at each path. It moves on with the reader that gave it.
 * Not thread-safe.
 */
public final class RecordedSnapshot {
    private static final String NOTHING = "nothing";

    private final TreeMap<String, @Nullable Object> values = new TreeMap<>();
    private final FlatRecord flat = new FlatRecord();

    RecordedSnapshot() {}

    /** Takes a changed value; what lay below the old one is gone. */
    void set(String path, @Nullable Object value) {
        Object old = values.put(path, value);
        if (!Objects.equals(old, value)) {
            // "." is followed by "/" in the order of characters.
            values.subMap(path + ".", path + "/").clear();
        }
    }

    void clear() {
        values.clear();
    }

    /** Returns all values: null, Long, Double, Boolean, String or a list of them, by path. */
    public SortedMap<String, @Nullable Object> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** Returns the first value in which a snapshot is not this one, bit for bit; null if it is the same. */
    public @Nullable Difference difference(Snapshot computed) {
        return difference(computed.timeNs(), flat.of(computed));
    }

    /** Returns the first value in which a report is not this one, bit for bit; null if it is the same. */
    public @Nullable Difference difference(PhaseReport computed) {
        long endNs = computed.measures().toNs();
        return difference(endNs, flat.of(computed, endNs));
    }

    private @Nullable Difference difference(long timeNs, List<Field> fields) {
        for (Field field : fields) {
            if (!Objects.equals(values.getOrDefault(field.path(), NOTHING), field.value())) {
                return new Difference(
                        timeNs,
                        field.path(),
                        String.valueOf(values.getOrDefault(field.path(), NOTHING)),
                        String.valueOf(field.value()));
            }
        }
        return fields.size() == values.size() ? null : surplus(timeNs, fields);
    }

    private Difference surplus(long timeNs, List<Field> fields) {
        TreeMap<String, @Nullable Object> left = new TreeMap<>(values);
        fields.forEach(field -> left.remove(field.path()));
        String path = left.firstKey();
        return new Difference(timeNs, path, String.valueOf(left.get(path)), NOTHING);
    }
}
