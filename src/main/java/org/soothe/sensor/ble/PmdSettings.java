package org.soothe.sensor.ble;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a stream, as offered or as chosen. Immutable.
 *
 * <p>Bytes, least significant first, one block after the other:
 *
 * <pre>
 *  offset  0      1       2            2 + w
 *        +------+-------+------------+------------+- - -
 *        | id   | count | value      | value      |
 *        | 1    | 1     | w          | w          |
 *        +------+-------+------------+------------+- - -
 *
 *  id  0 samples per second   w = 2        3 range in milli units  w = 4
 *      1 bits of resolution   w = 2        4 channels              w = 1
 *      2 range                w = 2        5 factor, a float       w = 4
 * </pre>
 */
final class PmdSettings {

    static final int RATE = 0;
    static final int RESOLUTION = 1;
    static final int RANGE = 2;

    private static final int[] WIDTHS = {2, 2, 2, 4, 1, 4};

    private final Map<Integer, List<Integer>> byId;

    private PmdSettings(Map<Integer, List<Integer>> byId) {
        this.byId = byId;
    }

    static PmdSettings none() {
        return new PmdSettings(Map.of());
    }

    /** Reads blocks up to the end; null where a block is cut off or unknown. */
    static @Nullable PmdSettings decode(byte[] bytes, int from) {
        Map<Integer, List<Integer>> byId = new TreeMap<>();
        int at = from;
        while (at < bytes.length) {
            int id = bytes[at];
            if (id < 0 || id >= WIDTHS.length || at + 1 >= bytes.length) {
                return null;
            }
            int width = WIDTHS[id];
            int count = Byte.toUnsignedInt(bytes[at + 1]);
            at += 2;
            if (at + width * count > bytes.length) {
                return null;
            }
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < count; i++, at += width) {
                values.add(number(bytes, at, width));
            }
            byId.put(id, List.copyOf(values));
        }
        return new PmdSettings(byId);
    }

    private static int number(byte[] bytes, int at, int width) {
        int value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(bytes[at + i]);
        }
        return value;
    }

    List<Integer> values(int id) {
        return byId.getOrDefault(id, List.of());
    }

    PmdSettings with(int id, int value) {
        Map<Integer, List<Integer>> more = new TreeMap<>(byId);
        more.put(id, List.of(value));
        return new PmdSettings(more);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byId.forEach((id, values) -> {
            bytes.write(id);
            bytes.write(values.size());
            for (int value : values) {
                for (int i = 0; i < WIDTHS[id]; i++) {
                    bytes.write(value >> (Byte.SIZE * i));
                }
            }
        });
        return bytes.toByteArray();
    }
}
