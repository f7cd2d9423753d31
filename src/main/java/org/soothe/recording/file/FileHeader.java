package org.soothe.recording.file;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 bytes of a session file, which stand twice. Immutable.
 *
 * <pre>
 *  0  8  magic 0x89 "SOOTHE" 0x0A     16 16  session id, random
 *  8  2  version                      32 28  zero
 * 10  2  flags, bit 0: sealed         60  4  CRC-32C of bytes 0 to 59
 * 12  4  64
 * </pre>
 *
 * @param id names the session; random
 * @param sealed whether the blocks are encrypted
 */
record FileHeader(UUID id, boolean sealed) {

    private static final int SEALED = 1;
    private static final int CRC_AT = 60;

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(Layout.FILE_HEADER_BYTES);
        out.putLong(Layout.FILE_MAGIC)
                .putShort((short) Layout.VERSION)
                .putShort((short) (sealed ? SEALED : 0))
                .putInt(Layout.FILE_HEADER_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        out.putInt(CRC_AT, Layout.crc(out.array(), 0, CRC_AT));
        return out.array();
    }

    /** Returns the header of these bytes, null if they are none or were damaged. */
    static @Nullable FileHeader parse(byte[] bytes) {
        if (bytes.length < Layout.FILE_HEADER_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean sound = in.getLong(0) == Layout.FILE_MAGIC && in.getInt(CRC_AT) == Layout.crc(bytes, 0, CRC_AT);
        return sound ? new FileHeader(new UUID(in.getLong(16), in.getLong(24)), (in.getShort(10) & SEALED) != 0) : null;
    }

    /** Returns the version that these bytes say. */
    static int version(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getShort(8) & 0xFFFF;
    }

    /** The first four bytes of the id, which stand in every block of this file. */
    int tag() {
        return (int) (id.getMostSignificantBits() >>> 32);
    }
}
