package org.soothe.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the index of a file: from its end, or by looking backward for it where it did not end well. Not thread-safe. */
final class PlaceFinder {
    private static final int SEARCH_BYTES = 1 << 16;

    private final Pages pages;
    private final FileHeader header;
    private final Opener opener;

    /** Begins to read at a block. */
    @FunctionalInterface
    interface Opener {
        BlockReader at(long offset, long sequence);
    }

    PlaceFinder(Pages pages, FileHeader header, Opener opener) {
        this.pages = pages;
        this.header = header;
        this.opener = opener;
    }

    /** Returns all places in their order. */
    List<Place> find() throws IOException {
        Deque<Place> places = new ArrayDeque<>();
        long before = pages.size();
        long linked = fromEnd();
        while (true) {
            Found.Block block = linked < before ? block(linked, BlockType.INDEX) : null;
            if (block == null) {
                // The session ended early, or a link or what it leads to is damaged.
                before = lastIndexBefore(before);
                if (before < 0) {
                    return List.copyOf(places);
                }
                block = block(before, BlockType.INDEX);
            }
            linked = -1;
            if (block != null) {
                before = block.atByteCount();
                try {
                    Pairs pairs = Pairs.parse(block.plain());
                    linked = Place.previous(pairs);
                    places.addFirst(Place.of(pairs, block));
                } catch (Malformed e) {
                    // This place is lost; those before it are not.
                    continue;
                }
                if (linked < 0) {
                    return List.copyOf(places);
                }
            }
        }
    }

    private long fromEnd() throws IOException {
        long trailerAt = pages.size() - Layout.TRAILER_BYTES;
        if (trailerAt < Layout.FIRST_BLOCK) {
            return -1;
        }
        long endAt = Layout.endBlockOffset(pages.read(trailerAt, Layout.TRAILER_BYTES));
        Found.Block end = endAt < 0 ? null : block(endAt, BlockType.END);
        if (end == null) {
            return -1;
        }
        try {
            return Pairs.parse(end.plain()).number("index", -1);
        } catch (Malformed e) {
            return -1;
        }
    }

    /** Returns where the last block before a place begins that is headed as an index; -1 if there is none. */
    private long lastIndexBefore(long before) throws IOException {
        for (long end = before; end > Layout.FIRST_BLOCK; ) {
            long from = Math.max(Layout.FIRST_BLOCK, end - SEARCH_BYTES);
            // A header may begin in this stretch and end in the next.
            byte[] bytes = pages.read(from, (int) (end - from) + Layout.BLOCK_HEADER_BYTES - 1);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            for (int i = (int) Math.min(end - from, bytes.length - Layout.BLOCK_HEADER_BYTES); i >= 0; i--) {
                if (from + i < before && in.getInt(i) == Layout.BLOCK_SYNC) {
                    BlockHeader block = BlockHeader.parse(
                            Arrays.copyOfRange(bytes, i, i + Layout.BLOCK_HEADER_BYTES), header.tag());
                    if (block != null && block.typeCode() == BlockType.INDEX.code()) {
                        return from + i;
                    }
                }
            }
            end = from;
        }
        return -1;
    }

    /** Returns the block that begins at a place; null if there is none of this type, or it is damaged. */
    Found.@Nullable Block block(long at, BlockType type) throws IOException {
        if (at < Layout.FIRST_BLOCK) {
            return null;
        }
        BlockHeader block = BlockHeader.parse(pages.read(at, Layout.BLOCK_HEADER_BYTES), header.tag());
        if (block == null || block.typeCode() != type.code()) {
            return null;
        }
        return opener.at(at, block.sequence()).next() instanceof Found.Block found ? found : null;
    }
}
