package org.soothe.recording.file;

import java.nio.file.Path;
import org.soothe.recording.RecordingFormatException;

/** A file cannot be opened as a session; the message says which file, why, and what to do. */
public final class SessionFileException extends RecordingFormatException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why a file does not open. */
    public enum Kind {
        /** It cannot be read at all: missing, forbidden, a folder. */
        UNREADABLE,
        /** It is something else than a session file. */
        NO_SESSION,
        /** A newer version of this program wrote it. */
        NEWER,
        /** It is sealed, and no key was given. */
        KEY_NEEDED,
        /** It is sealed, and the passphrase or key is not the right one. */
        WRONG_KEY,
        /** It is damaged so far that nothing can be read. */
        DAMAGED
    }

    /** Says what is wrong with a file. */
    public SessionFileException(Kind kind, Path file, String message) {
        super(file + ": " + message);
        this.kind = kind;
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }
}
