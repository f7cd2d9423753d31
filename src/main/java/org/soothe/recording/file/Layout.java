package org.soothe.recording.file;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Sizes and marks of the file, big-endian throughout; drawn in docs/session-format.md. Stateless. */
final class Layout {

    /** 0x89 "SOOTHE" 0x0A. */
    static final long FILE_MAGIC = 0x89534F4F5448450AL;

    /** "SBLK". */
    static final int BLOCK_SYNC = 0x53424C4B;

    /** "SOOTHEND". */
    static final long TRAILER_MAGIC = 0x534F4F5448454E44L;

    /** Newest version this program knows; older ones stay readable for ever. */
    static final int VERSION = 1;

    static final int FILE_HEADER_BYTES = 64;

    /** The header stands twice. */
    static final int FIRST_BLOCK = 2 * FILE_HEADER_BYTES;

    static final int BLOCK_HEADER_BYTES = 32;

    /** What a sealed block authenticates of its header: all but the checksums. */
    static final int AUTHENTICATED_BYTES = 24;

    static final int TRAILER_BYTES = 24;

    /** A longer block is no block: the writer never makes one. */
    static final int LARGEST_PAYLOAD = 1 << 26;

    private Layout() {}

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /** Returns the trailer that tells where the last block begins. */
    static byte[] trailer(long endBlockOffset) {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES);
        trailer.putLong(TRAILER_MAGIC).putLong(endBlockOffset).putInt(0);
        trailer.putInt(crc(trailer.array(), 0, TRAILER_BYTES - 4));
        return trailer.array();
    }

    /** Returns where the last block begins, -1 if these bytes are no trailer. */
    static long endBlockOffset(byte[] trailer) {
        ByteBuffer bytes = ByteBuffer.wrap(trailer);
        boolean sound = bytes.getLong(0) == TRAILER_MAGIC && bytes.getInt(20) == crc(trailer, 0, TRAILER_BYTES - 4);
        return sound ? bytes.getLong(8) : -1;
    }
}
