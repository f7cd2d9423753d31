package org.soothe.recording.formats.export;

import java.util.Objects;

/**
 * One parameter of the method card, as an export carries it. Immutable.
 *
 * @param section the stage it belongs to
 * @param name its name
 * @param text its value with unit, or the rule in words
 */
public record MethodLine(String section, String name, String text) {

    /** Checks that nothing is missing. */
    public MethodLine {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
