package org.soothe.recording.file;

/** A record is not what its code says, or a word in it is not known here. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
