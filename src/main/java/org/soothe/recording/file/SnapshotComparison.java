package org.soothe.recording.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Snapshot;

/** Compares what two engines say at the same moment, value by value and bit for bit. Not thread-safe. */
public final class SnapshotComparison {
    private static final String NOTHING = "nothing";

    private final FlatRecord first = new FlatRecord();
    private final FlatRecord second = new FlatRecord();

    /** Makes a comparison. */
    public SnapshotComparison() {}

    /**
     * Returns every value in which two snapshots differ, in the order of the first; none if they are the same bit for bit.
     *
     * @param recorded what stands as recorded in the differences
     * @param computed what stands as computed in them
     */
    public List<Difference> of(Snapshot recorded, Snapshot computed) {
        List<Field> here = first.of(recorded);
        List<Field> there = second.of(computed);
        return same(here, there) ? List.of() : differences(recorded.timeNs(), here, there);
    }

    private static boolean same(List<Field> here, List<Field> there) {
        boolean same = here.size() == there.size();
        for (int i = 0; same && i < here.size(); i++) {
            same = here.get(i).path().equals(there.get(i).path())
                    && Objects.equals(here.get(i).value(), there.get(i).value());
        }
        return same;
    }

    private static List<Difference> differences(long timeNs, List<Field> here, List<Field> there) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>();
        there.forEach(field -> left.put(field.path(), field.value()));
        List<Difference> found = new ArrayList<>();
        for (Field field : here) {
            boolean known = left.containsKey(field.path());
            Object value = left.remove(field.path());
            if (!known || !Objects.equals(field.value(), value)) {
                found.add(new Difference(
                        timeNs, field.path(), String.valueOf(field.value()), known ? String.valueOf(value) : NOTHING));
            }
        }
        left.forEach((path, value) -> found.add(new Difference(timeNs, path, NOTHING, String.valueOf(value))));
        return found;
    }
}
