package org.soothe.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.file.SessionFileException.Kind;
import org.soothe.recording.vault.FileKey;
import org.soothe.recording.vault.KeyRing;
import org.soothe.recording.vault.LockedException;

/** Reads how a session file begins: its header, which stands twice, and its wrapped key. Stateless. */
final class FirstBytes {
    private static final int SEARCHED_BYTES = 1 << 20;

    private FirstBytes() {}

    /** Returns whether one of the headers is there, or was. */
    static boolean looksLikeSession(Pages pages) throws IOException {
        byte[] start = pages.read(0, Layout.FIRST_BLOCK);
        return isMagic(start, 0) || isMagic(start, Layout.FILE_HEADER_BYTES);
    }

    private static boolean isMagic(byte[] start, int at) {
        return start.length >= at + 8 && ByteBuffer.wrap(start).getLong(at) == Layout.FILE_MAGIC;
    }

    /** Returns the header, or as much of it as the blocks tell. */
    static FileHeader header(Path path, Pages pages, List<String> notes) throws IOException, SessionFileException {
        byte[] start = pages.read(0, Layout.FIRST_BLOCK);
        for (int at = 0; at < Layout.FIRST_BLOCK; at += Layout.FILE_HEADER_BYTES) {
            byte[] copy = Arrays.copyOfRange(start, Math.min(at, start.length), Math.min(at + 64, start.length));
            FileHeader header = FileHeader.parse(copy);
            if (header != null && FileHeader.version(copy) > Layout.VERSION) {
                throw new SessionFileException(
                        Kind.NEWER,
                        path,
                        "has format version " + FileHeader.version(copy) + "; this soothe knows up to " + Layout.VERSION
                                + ". Please use a newer soothe.");
            }
            if (header != null) {
                boolean twice = Arrays.equals(
                        start, 0, Layout.FILE_HEADER_BYTES, start, Layout.FILE_HEADER_BYTES, start.length);
                if (!twice) {
                    notes.add("One of the two headers of the file is damaged; the other was used.");
                }
                return header;
            }
        }
        FileHeader guessed = guess(pages);
        if (guessed != null) {
            notes.add("The beginning of the file is damaged; what it says was found out from the rest.");
            return guessed;
        }
        if (!looksLikeSession(pages)) {
            throw new SessionFileException(
                    Kind.NO_SESSION,
                    path,
                    "this is no session recorded by soothe, or too much of it is lost; files of other programs go"
                            + " through soothe import.");
        }
        throw new SessionFileException(
                Kind.DAMAGED,
                path,
                "damaged or cut off: it begins as a session of soothe, but nothing after that can be read.");
    }

    /** Looks for the first block whose header is sound whatever its session; null if there is none. */
    private static @Nullable FileHeader guess(Pages pages) throws IOException {
        byte[] bytes = pages.read(0, SEARCHED_BYTES);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int i = 0; i + Layout.BLOCK_HEADER_BYTES <= bytes.length; i++) {
            if (in.getInt(i) != Layout.BLOCK_SYNC) {
                continue;
            }
            int tag = in.getInt(i + 4);
            byte[] header = Arrays.copyOfRange(bytes, i, i + Layout.BLOCK_HEADER_BYTES);
            BlockHeader block = BlockHeader.parse(header, tag);
            if (block != null && !block.sealed() && block.typeCode() != BlockType.KEY.code()) {
                return new FileHeader(new UUID((long) tag << 32, 0), false);
            }
        }
        return null;
    }

    /** Returns the key of a sealed file, which its first blocks hold wrapped. */
    static FileKey key(Path path, Pages pages, FileHeader header, KeyRing ring)
            throws IOException, SessionFileException {
        BlockReader blocks = new BlockReader(pages, header, null, Layout.FIRST_BLOCK, 0);
        for (Found found = blocks.next(); found != null; found = blocks.next()) {
            if (found instanceof Found.Block block && block.typeCode().codeCount() == BlockType.KEY.code()) {
                return unlock(path, block.plain(), ring);
            }
        }
        throw new SessionFileException(
                Kind.DAMAGED, path, "it is sealed, and every copy of its wrapped key is damaged. It cannot be opened.");
    }

    private static FileKey unlock(Path path, byte[] keyBlock, KeyRing ring) throws SessionFileException {
        try {
            return ring.unlock(keyBlock);
        } catch (LockedException e) {
            Kind kind = switch (e.kind()) {
                case KEY_NEEDED -> Kind.KEY_NEEDED;
                case WRONG_KEY -> Kind.WRONG_KEY;
                case UNREADABLE -> Kind.DAMAGED;
            };
            throw new SessionFileException(kind, path, e.getMessage() + ".");
        }
    }
}
