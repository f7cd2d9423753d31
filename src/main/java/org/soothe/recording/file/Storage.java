package org.soothe.recording.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Where the bytes of a session file go. Owned by the thread that writes. */
interface Storage extends Closeable {

    /** Writes bytes at a place; may be tried again at the same place with the same bytes. */
    void write(long offset, byte[] bytes) throws IOException;

    /** Returns when everything written so far is on the medium. */
    void force() throws IOException;

    /** Returns what a person should know of the file since this was asked last; empty if nothing. */
    default String news() {
        return "";
    }

    /** Returns where the file is; as it was given where it never moves. */
    default Path path(Path given) {
        return given;
    }

    /** Cuts what lies behind a place. */
    void truncate(long offset) throws IOException;
}
