package org.soothe.recording.file;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.soothe.breathing.BreathPacer;
import org.soothe.engine.Snapshot;
import org.soothe.hrv.Measure;

/**
 * Lays a record flat: one field per number, word or text in it, in the order of its components. So a component that is added
 * to a snapshot is recorded without a line of code here. Not thread-safe.
 *
 * <p>A measure is a number, or the word of the reason why there is none. A record within a record gives a field with its
 * name, so that one that may be missing, or be of several kinds, says which it is; its own fields lie below that path.
 */
final class FlatRecord {
    private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();
    private final List<Field> fields = new ArrayList<>(160);
    private long timeNs;

    /** Returns the fields of a snapshot; the list is the same at every call. */
    List<Field> of(Snapshot snapshot) {
        return of(snapshot, snapshot.timeNs());
    }

    /** Returns the fields of a record; a pacer in it is asked at a time. The list is the same at every call. */
    List<Field> of(Record root, long pacerNs) {
        fields.clear();
        timeNs = pacerNs;
        record("", root);
        return fields;
    }

    private void record(String prefix, Record record) {
        for (RecordComponent component : components.computeIfAbsent(record.getClass(), Class::getRecordComponents)) {
            add(prefix + component.getName(), value(record, component));
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read " + record.getClass().getSimpleName() + "." + component.getName(), e);
        }
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Measure measure) {
            leaf(path, plain(measure));
        } else if (value instanceof BreathPacer pacer) {
            pacer(path, pacer);
        } else if (value instanceof Record record) {
            fields.add(new Field(path, record.getClass().getSimpleName(), true));
            record(path + ".", record);
        } else if (value instanceof Set<?> set) {
            leaf(path, words(set));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(key.toString(), entry));
            fields.add(new Field(path, String.join(",", sorted.keySet()), true));
            sorted.forEach((key, entry) -> add(path + "." + key, entry));
        } else if (value instanceof List<?> list) {
            fields.add(new Field(path, (long) list.size(), true));
            for (int i = 0; i < list.size(); i++) {
                add(path + "." + i, list.get(i));
            }
        } else if (value == null) {
            fields.add(new Field(path, null, true));
        } else {
            leaf(path, plain(value));
        }
    }

    private void leaf(String path, Object value) {
        fields.add(new Field(path, value, false));
    }

    private static Object plain(Measure measure) {
        return measure instanceof Measure.Withheld withheld
                ? withheld.reason().name()
                : (Object) Double.valueOf(measure.orNaN());
    }

    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        boolean known =
                value instanceof Long || value instanceof Double || value instanceof Boolean || value instanceof String;
        return known ? value : "unknown " + value.getClass().getSimpleName();
    }

    /** The words of a set in the order of the alphabet, which no JVM decides for us. */
    private static List<String> words(Set<?> set) {
        return set.stream().map(word -> plain(word).toString()).sorted().toList();
    }

    /** What a guide would show at the time of the snapshot, and what its settings are. */
    private void pacer(String path, BreathPacer pacer) {
        fields.add(new Field(path, pacer.mode().name(), true));
        leaf(path + ".anchorNs", pacer.anchorNs());
        leaf(path + ".targetPerMin", pacer.targetPerMin());
        leaf(path + ".inhaleRatio", pacer.inhaleRatio());
        leaf(path + ".ratePerMin", pacer.ratePerMin(timeNs));
        leaf(path + ".breathCount", pacer.breathCount(timeNs));
        leaf(path + ".volumeRatio", pacer.volumeRatio(timeNs));
    }
}
