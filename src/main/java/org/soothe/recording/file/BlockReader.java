package org.soothe.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.BlockCipher;

/**
 * Reads the blocks of a session file one after the other, and says what is lost where one is damaged. Never throws on what a
 * file holds. Not thread-safe.
 */
final class BlockReader {
    private static final int SEARCH_BYTES = 1 << 16;

    private final Pages pages;
    private final FileHeader header;
    private final @Nullable BlockCipher cipher;
    private long at;
    private long expected;
    private Found.@Nullable Block held;

    /** Reads from a place on, where the block of a number begins. */
    BlockReader(Pages pages, FileHeader header, @Nullable BlockCipher cipher, long at, long expected) {
        this.pages = pages;
        this.header = header;
        this.cipher = cipher;
        this.at = at;
        this.expected = expected;
    }

    /** Returns the next thing found, null at the end of the file. */
    @Nullable
    Found next() throws IOException {
        if (held != null) {
            Found.Block block = held;
            held = null;
            return block;
        }
        long left = pages.size() - at;
        if (left <= 0 || isTrailer(left)) {
            return null;
        }
        BlockHeader block = BlockHeader.parse(pages.read(at, Layout.BLOCK_HEADER_BYTES), header.tag());
        if (block == null) {
            return search();
        }
        if (block.length() > left - Layout.BLOCK_HEADER_BYTES) {
            return tornEnd(left);
        }
        return take(block);
    }

    private boolean isTrailer(long left) throws IOException {
        return left == Layout.TRAILER_BYTES && Layout.endBlockOffset(pages.read(at, Layout.TRAILER_BYTES)) >= 0;
    }

    private Found take(BlockHeader block) throws IOException {
        long from = at;
        at += Layout.BLOCK_HEADER_BYTES + block.length();
        long sequence = block.sequence();
        if (sequence < expected) {
            return new Found.Damage(
                    from, "Block " + sequence + " stands where block " + expected + " should; it is left out.", null);
        }
        long missing = sequence - expected;
        expected = sequence + 1;
        Found.TypeCode type = new Found.TypeCode(block.typeCode());
        byte[] payload = pages.read(from + Layout.BLOCK_HEADER_BYTES, block.length());
        if (!block.fits(payload)) {
            return new Found.Damage(
                    from,
                    "Block " + sequence + " is damaged: its checksum is wrong. It is left out.",
                    blame(missing, type));
        }
        byte[] plain = open(block, payload);
        if (plain == null) {
            return new Found.Damage(
                    from,
                    "Block " + sequence + " does not open: it was changed after it was written. It is left out.",
                    blame(missing, type));
        }
        Found.Block found = new Found.Block(from, at, sequence, type, plain);
        if (missing == 0) {
            return found;
        }
        held = found;
        return new Found.Damage(from, missing + (missing == 1 ? " block is" : " blocks are") + " missing here.", null);
    }

    /** What a damaged block held; nobody knows if others are missing before it. */
    private static Found.@Nullable TypeCode blame(long missing, Found.TypeCode type) {
        return missing == 0 ? type : null;
    }

    private byte @Nullable [] open(BlockHeader block, byte[] payload) {
        byte[] open = payload;
        boolean wantsSeal = header.sealed() && block.typeCode() != BlockType.KEY.code();
        if (wantsSeal != block.sealed() || (wantsSeal && cipher == null)) {
            return null;
        }
        if (wantsSeal && cipher != null) {
            open = cipher.open(block.sequence(), block.authenticated(header.id()), payload);
        }
        return open != null && block.deflated() ? Squeeze.inflated(open) : open;
    }

    /** Looks for the next sound header after a place where there is none. */
    private Found search() throws IOException {
        long from = at;
        for (long place = at + 1; place < pages.size(); ) {
            byte[] bytes = pages.read(place, SEARCH_BYTES);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int last = bytes.length - Layout.BLOCK_HEADER_BYTES;
            for (int i = 0; i <= last; i++) {
                if (in.getInt(i) == Layout.BLOCK_SYNC && isHeader(place + i)) {
                    at = place + i;
                    return new Found.Damage(from, (at - from) + " bytes are damaged. They are left out.", null);
                }
            }
            if (last < 0) {
                break;
            }
            place += last + 1;
        }
        return tornEnd(pages.size() - from);
    }

    private boolean isHeader(long place) throws IOException {
        return BlockHeader.parse(pages.read(place, Layout.BLOCK_HEADER_BYTES), header.tag()) != null;
    }

    private Found tornEnd(long left) {
        Found torn = new Found.TornEnd(at, left);
        at = pages.size();
        return torn;
    }
}
