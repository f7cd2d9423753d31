package org.soothe.recording.file;

import org.jspecify.annotations.Nullable;

/** What a reader of blocks comes upon. */
sealed interface Found {

    /** Returns where it begins in the file. */
    long atByteCount();

    /** A sound block, opened. Immutable as long as nobody writes into its payload. */
    final class Block implements Found {
        private final long atByteCount;
        private final long nextByteCount;
        private final long sequenceCount;
        private final TypeCode typeCode;
        private final byte[] plain;

        Block(long atByteCount, long nextByteCount, long sequenceCount, TypeCode typeCode, byte[] plain) {
            this.atByteCount = atByteCount;
            this.nextByteCount = nextByteCount;
            this.sequenceCount = sequenceCount;
            this.typeCode = typeCode;
            this.plain = plain;
        }

        @Override
        public long atByteCount() {
            return atByteCount;
        }

        /** Returns where what follows begins. */
        long nextByteCount() {
            return nextByteCount;
        }

        /** Returns its number. */
        long sequenceCount() {
            return sequenceCount;
        }

        /** Returns its type. */
        TypeCode typeCode() {
            return typeCode;
        }

        /** Returns its payload. */
        byte[] plain() {
            return plain;
        }
    }

    /**
     * Type of a block. Immutable.
     *
     * @param codeCount the code in the file
     */
    record TypeCode(int codeCount) {}

    /**
     * Something that is lost. Immutable.
     *
     * @param atByteCount where it begins
     * @param lost what is lost and why, as a sentence
     * @param type what was in it, null if nobody knows
     */
    record Damage(long atByteCount, String lost, @Nullable TypeCode type) implements Found {

        /** Returns whether events may be lost. */
        boolean costsEvents() {
            return type == null || type.codeCount() == BlockType.RECORDS.code();
        }
    }

    /**
     * The last bytes of a file that ended while they were being written. Immutable.
     *
     * @param atByteCount where they begin
     * @param lengthCount how many
     */
    record TornEnd(long atByteCount, long lengthCount) implements Found {}
}
