package org.soothe.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How something is computed, for a method card: names and sentences in their order. The numbers in them are read from the
 * constants that the code uses, so that the card cannot differ from it. Not thread-safe.
 */
public final class MethodText {

    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Makes an empty text. */
    public MethodText() {}

    /** Adds a sentence made of words and numbers; whole numbers are written without decimals. */
    public MethodText line(String name, Object... wordsAndNumbers) {
        StringBuilder text = new StringBuilder();
        for (Object part : wordsAndNumbers) {
            boolean whole = part instanceof Double d && d == StrictMath.rint(d);
            text.append(whole ? Long.toString(((Double) part).longValue()) : part.toString());
        }
        lines.put(name, text.toString());
        return this;
    }

    /** Returns name and sentence of each line, in their order. */
    public Map<String, String> lines() {
        return Collections.unmodifiableMap(lines);
    }
}
