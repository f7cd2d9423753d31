package org.soothe.recording.file;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values as a row of CBOR arrays [name, value]; names that are not known are skipped by who reads. Not thread-safe. */
final class Pairs {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Pairs with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    byte[] bytes() throws IOException {
        CborOut out = new CborOut();
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            out.array(2).text(entry.getKey()).value(entry.getValue()).end();
        }
        return out.done();
    }

    static Pairs parse(byte[] bytes) throws Malformed {
        Pairs pairs = new Pairs();
        try {
            CborIn in = new CborIn(bytes);
            while (in.enter()) {
                pairs.values.put(in.text(), in.value());
                in.leave();
            }
        } catch (IOException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
        return pairs;
    }

    /** Returns a text, empty where there is none. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** Returns a whole number, another where there is none. */
    long number(String name, long otherwise) {
        return values.get(name) instanceof Long number ? number : otherwise;
    }

    /** Returns a list, empty where there is none. */
    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }
}
