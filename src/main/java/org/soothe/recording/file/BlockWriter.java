package org.soothe.recording.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.BlockCipher;

/** Appends blocks to a session file. Not thread-safe; owned by the writer thread. */
final class BlockWriter implements Closeable {

    // Design: what could not be written stays as the very bytes that were sealed, and the next commit writes them at
    // the same place. So a full disk tears nothing, and no nonce ever seals two texts.

    private final Storage storage;
    private final FileHeader header;
    private final @Nullable BlockCipher cipher;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long committed;
    private long sequence;

    /** Begins a file; nothing is on the medium before the first commit. */
    BlockWriter(Storage storage, FileHeader header, @Nullable BlockCipher cipher) {
        this.storage = storage;
        this.header = header;
        this.cipher = cipher;
        for (int copy = 0; copy < 2; copy++) {
            waiting.writeBytes(header.bytes());
        }
    }

    /** Adds a block to what the next commit writes. */
    void add(BlockType type, byte[] plain) {
        byte[] squeezed = Squeeze.deflated(plain);
        byte[] payload = squeezed == null ? plain : squeezed;
        boolean sealed = cipher != null && type != BlockType.KEY;
        int flags = (squeezed == null ? 0 : BlockHeader.DEFLATED) | (sealed ? BlockHeader.SEALED : 0);
        int length = payload.length + (sealed ? BlockCipher.TAG_BYTES : 0);
        BlockHeader block = BlockHeader.of(header.tag(), length, type.code(), flags, sequence);
        if (cipher != null && sealed) {
            payload = cipher.seal(sequence, block.authenticated(header.id()), payload);
        }
        sequence++;
        waiting.writeBytes(block.with(payload));
    }

    /** Adds the last bytes of a file whose last block was added at a place. */
    void addTrailer(long endBlockOffset) {
        waiting.writeBytes(Layout.trailer(endBlockOffset));
    }

    /** Returns where the next block will begin. */
    long end() {
        return committed + waiting.size();
    }

    /** Returns how many bytes are on the medium. */
    long committedBytes() {
        return committed;
    }

    /** Returns how many bytes wait for the next commit. */
    int waitingBytes() {
        return waiting.size();
    }

    /** Puts what waits on the medium. If it fails, everything waits on. */
    void commit() throws IOException {
        if (waiting.size() > 0) {
            storage.write(committed, waiting.toByteArray());
            storage.force();
            committed += waiting.size();
            waiting.reset();
        }
    }

    /** Returns the medium. */
    Storage storage() {
        return storage;
    }

    /** Closes the file; what waits is given up, and a torn end is cut off as far as that works. */
    @Override
    public void close() throws IOException {
        try (storage) {
            if (waiting.size() > 0) {
                storage.truncate(committed);
            }
        }
    }
}
