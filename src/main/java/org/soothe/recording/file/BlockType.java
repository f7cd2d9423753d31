package org.soothe.recording.file;

import org.jspecify.annotations.Nullable;

/** What a block holds. */
enum BlockType {
    /** What the session is: software, method, start label, pseudonym, method card. */
    META(1),
    /** The wrapped key of a sealed file; itself never sealed. */
    KEY(2),
    /** Events and snapshots in their order. */
    RECORDS(3),
    /** The state of the engine: a cache for seeking. */
    CHECKPOINT(4),
    /** Where the checkpoints and phases are. */
    INDEX(5),
    /** The session ended as it should. */
    END(6);

    private final int code;

    BlockType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns the type of a code, null for one of a newer program. */
    static @Nullable BlockType of(int code) {
        for (BlockType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
