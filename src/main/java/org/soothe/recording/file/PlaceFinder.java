package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the index of a file: from its end, or by looking at every block where it did not end well. Not thread-safe. */
final class PlaceFinder {
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
        long at = fromEnd();
        if (at < 0) {
            at = byScan();
        }
        while (at >= 0) {
            Found.Block block = block(at, BlockType.INDEX);
            if (block == null) {
                break;
            }
            try {
                Pairs pairs = Pairs.parse(block.plain());
                places.addFirst(Place.of(pairs, block));
                long previous = Place.previous(pairs);
                at = previous < at ? previous : -1;
            } catch (Malformed e) {
                break;
            }
        }
        return List.copyOf(places);
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

    /** Steps from header to header; the last index block leads to the others. */
    private long byScan() throws IOException {
        long last = -1;
        long at = Layout.FIRST_BLOCK;
        while (true) {
            BlockHeader block = BlockHeader.parse(pages.read(at, Layout.BLOCK_HEADER_BYTES), header.tag());
            long next = block == null ? -1 : at + Layout.BLOCK_HEADER_BYTES + block.length();
            if (block == null || next > pages.size()) {
                return last;
            }
            if (block.typeCode() == BlockType.INDEX.code()) {
                last = at;
            }
            at = next;
        }
    }

    /** Returns the block that begins at a place; null if there is none of this type, or it is damaged. */
    Found.@Nullable Block block(long at, BlockType type) throws IOException {
        BlockHeader block = BlockHeader.parse(pages.read(at, Layout.BLOCK_HEADER_BYTES), header.tag());
        if (block == null || block.typeCode() != type.code()) {
            return null;
        }
        return opener.at(at, block.sequence()).next() instanceof Found.Block found ? found : null;
    }
}
