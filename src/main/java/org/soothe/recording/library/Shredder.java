package org.soothe.recording.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;

/**
 * Deletes files as securely as the medium allows: overwritten with random bytes, forced to the medium, cut, removed. Flash
 * memory, copies of a file system and backups may keep what was overwritten; of a sealed file nothing can be read there either
 * once its wrapped key is gone everywhere. Stateless.
 */
public final class Shredder {
    private static final int CHUNK_BYTES = 1 << 16;

    private Shredder() {}

    /**
     * Deletes a file for good.
     *
     * @throws IOException if it is being written by another program, is no plain file, or cannot be removed
     */
    public static void delete(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a file");
        }
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            try (FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new IOException("another program is recording into it; end that first");
                }
                overwrite(channel);
            } catch (OverlappingFileLockException e) {
                throw new IOException("it is being recorded; end that first", e);
            }
        }
        Files.delete(file);
    }

    private static void overwrite(FileChannel channel) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] noise = new byte[CHUNK_BYTES];
        long size = channel.size();
        for (long at = 0; at < size; ) {
            random.nextBytes(noise);
            ByteBuffer chunk = ByteBuffer.wrap(noise, 0, (int) Math.min(CHUNK_BYTES, size - at));
            while (chunk.hasRemaining()) {
                at += channel.write(chunk, at);
            }
        }
        channel.force(true);
        channel.truncate(0);
        channel.force(true);
    }
}
