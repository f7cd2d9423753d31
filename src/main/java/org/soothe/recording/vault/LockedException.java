package org.soothe.recording.vault;

/** A sealed file does not open; the message says why, and holds no secret. */
public final class LockedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why a file does not open. */
    public enum Kind {
        /** No key was given. */
        KEY_NEEDED,
        /** The passphrase or key file is not the one of this file. */
        WRONG_KEY,
        /** What the file says about its key is damaged, or of a newer version. */
        UNREADABLE
    }

    /** Says why. */
    public LockedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }
}
