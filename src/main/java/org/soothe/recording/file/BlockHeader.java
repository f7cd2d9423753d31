package org.soothe.recording.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes before the payload of a block. Immutable.
 *
 * <pre>
 *  0  4  "SBLK"                         14  2  zero
 *  4  4  first 4 bytes of session id    16  8  sequence, from 0
 *  8  4  length of the payload          24  4  CRC-32C of the payload as it lies here
 * 12  1  type                           28  4  CRC-32C of bytes 0 to 27
 * 13  1  flags, 1: deflated, 2: sealed
 * </pre>
 */
final class BlockHeader {

    static final int DEFLATED = 1;
    static final int SEALED = 2;

    private static final int PAYLOAD_CRC_AT = 24;
    private static final int CRC_AT = 28;

    private final byte[] bytes;

    private BlockHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Begins the header of a block; the payload follows with {@link #with}. */
    static BlockHeader of(int tag, int length, int type, int flags, long sequence) {
        ByteBuffer out = ByteBuffer.allocate(Layout.BLOCK_HEADER_BYTES);
        out.putInt(Layout.BLOCK_SYNC)
                .putInt(tag)
                .putInt(length)
                .put((byte) type)
                .put((byte) flags)
                .putShort((short) 0)
                .putLong(sequence);
        return new BlockHeader(out.array());
    }

    /** Returns header and payload as they are written. */
    byte[] with(byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(bytes.length + payload.length);
        out.put(bytes).put(payload);
        out.putInt(PAYLOAD_CRC_AT, Layout.crc(payload, 0, payload.length));
        out.putInt(CRC_AT, Layout.crc(out.array(), 0, CRC_AT));
        return out.array();
    }

    /** Returns the header of these bytes, null if they are none of this file or were damaged. */
    static @Nullable BlockHeader parse(byte[] bytes, int tag) {
        if (bytes.length < Layout.BLOCK_HEADER_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean sound = in.getInt(0) == Layout.BLOCK_SYNC
                && in.getInt(4) == tag
                && in.getInt(CRC_AT) == Layout.crc(bytes, 0, CRC_AT)
                && in.getInt(8) >= 0
                && in.getInt(8) <= Layout.LARGEST_PAYLOAD
                && in.getLong(16) >= 0;
        return sound ? new BlockHeader(bytes) : null;
    }

    int length() {
        return ByteBuffer.wrap(bytes).getInt(8);
    }

    int typeCode() {
        return bytes[12] & 0xFF;
    }

    boolean deflated() {
        return (bytes[13] & DEFLATED) != 0;
    }

    boolean sealed() {
        return (bytes[13] & SEALED) != 0;
    }

    long sequence() {
        return ByteBuffer.wrap(bytes).getLong(16);
    }

    boolean fits(byte[] payload) {
        return ByteBuffer.wrap(bytes).getInt(PAYLOAD_CRC_AT) == Layout.crc(payload, 0, payload.length);
    }

    /** What a sealed block authenticates: the session id and the header without its checksums. */
    byte[] authenticated(UUID id) {
        ByteBuffer out = ByteBuffer.allocate(16 + Layout.AUTHENTICATED_BYTES);
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        out.put(Arrays.copyOf(bytes, Layout.AUTHENTICATED_BYTES));
        return out.array();
    }
}
