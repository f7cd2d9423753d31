package org.soothe.validation;

import java.util.Map;
import java.util.Objects;

/** Lookups in maps that hold every key. Stateless. */
final class Named {
    private Named() {}

    static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
    }
}
