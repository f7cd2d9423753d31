package org.soothe.event;

import java.util.Objects;

/**
 * Something a person noted or the engine offered. Immutable.
 *
 * @param timeNs when, on the session axis
 * @param kind what kind of note
 * @param text free text, empty where there is none
 */
public record Marker(long timeNs, MarkerKind kind, String text) implements Event {

    /** Checks that nothing is missing. */
    public Marker {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public Marker at(long newNs) {
        return new Marker(newNs, kind, text);
    }
}
