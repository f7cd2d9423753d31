package org.soothe.recording.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.SealedKey;

/** Writes a session anew under another key. Stateless. */
public final class Resealing {
    private static final int COMMIT_BYTES = 1 << 20;

    private Resealing() {}

    /**
     * Writes all of a session into a new file; where the old one is damaged, nothing is left behind.
     *
     * @param key the new key, null to leave the new file readable
     * @throws IOException if the old file is damaged or the new one cannot be written
     */
    public static void write(SessionFile from, Path to, @Nullable SealedKey key) throws IOException {
        Storage storage = FileStorage.create(to);
        try (BlockWriter blocks =
                new BlockWriter(storage, new FileHeader(from.id(), key != null), key == null ? null : key.cipher())) {
            if (key != null) {
                blocks.add(BlockType.KEY, key.keyBlock());
                blocks.add(BlockType.KEY, key.keyBlock());
            }
            copy(from.reader(Layout.FIRST_BLOCK, 0), blocks);
            blocks.commit();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    private static void copy(BlockReader reader, BlockWriter blocks) throws IOException {
        Map<Long, Long> moved = new HashMap<>();
        for (Found found = reader.next(); found != null; found = reader.next()) {
            if (found instanceof Found.Damage damage) {
                throw new IOException("it is damaged and was left as it is: " + damage.lost());
            }
            if (found instanceof Found.Block block) {
                BlockType type = BlockType.of(block.typeCode().codeCount());
                if (type == null) {
                    throw new IOException("a newer soothe wrote parts of it; please use that one");
                }
                if (type == BlockType.KEY) {
                    continue;
                }
                long at = blocks.end();
                moved.put(block.atByteCount(), at);
                blocks.add(type, relinked(type, block.plain(), moved));
                if (type == BlockType.END) {
                    blocks.addTrailer(at);
                }
                if (blocks.waitingBytes() > COMMIT_BYTES) {
                    blocks.commit();
                }
            }
        }
    }

    /** Places in the file that a block names are others in the new one. */
    private static byte[] relinked(BlockType type, byte[] plain, Map<Long, Long> moved) throws IOException {
        if (type != BlockType.INDEX && type != BlockType.END) {
            return plain;
        }
        try {
            Pairs pairs = Pairs.parse(plain);
            for (String name : new String[] {"previous", "checkpointAt", "index"}) {
                Long to = moved.get(pairs.number(name, -1));
                if (to != null) {
                    pairs.with(name, to);
                }
            }
            return pairs.bytes();
        } catch (Malformed e) {
            throw new IOException("its index cannot be read: " + e.getMessage(), e);
        }
    }
}
