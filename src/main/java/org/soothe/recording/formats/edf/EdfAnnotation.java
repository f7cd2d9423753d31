package org.soothe.recording.formats.edf;

import java.util.Objects;

/**
 * A text at a time of an EDF+ file. Immutable.
 *
 * @param onsetNs when, from the start of the file
 * @param durationNs how long, {@link #NONE} if it says no duration
 * @param text the text
 */
public record EdfAnnotation(long onsetNs, long durationNs, String text) {

    /** The annotation says no duration. */
    public static final long NONE = -1;

    /** Checks that the text is there. */
    public EdfAnnotation {
        Objects.requireNonNull(text, "text");
    }

    /** Returns an annotation of a moment. */
    public static EdfAnnotation at(long onsetNs, String text) {
        return new EdfAnnotation(onsetNs, NONE, text);
    }
}
