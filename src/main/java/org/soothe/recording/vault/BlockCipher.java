package org.soothe.recording.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the blocks of one file: AES-256-GCM, the nonce being the sequence number of the block. Not thread-safe.
 *
 * <p>A nonce is never used twice, because each file has a key of its own and each block a number of its own; a block that
 * could not be written is written again with the same bytes.
 */
public final class BlockCipher {

    /** Length of the authentication tag that sealing adds, in bytes. */
    public static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;

    private final FileKey key;
    private final Cipher cipher;
    private long sealedCount;

    /** Makes the cipher of one file. */
    public BlockCipher(FileKey key) {
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /**
     * Seals a block. Numbers must rise from call to call.
     *
     * @param sequence number of the block in its file
     * @param header what is authenticated with it and stays readable
     * @param plain what is hidden
     * @throws IllegalStateException if a number does not rise, which would use a nonce twice
     */
    public byte[] seal(long sequence, byte[] header, byte[] plain) {
        if (sequence < sealedCount) {
            throw new IllegalStateException("block " + sequence + " would use a nonce twice");
        }
        sealedCount = sequence + 1;
        byte[] sealed = run(Cipher.ENCRYPT_MODE, sequence, header, plain);
        if (sealed == null) {
            throw new IllegalStateException("sealing cannot fail to authenticate");
        }
        return sealed;
    }

    /** Opens a block; null if it, its header or its number is not what was sealed with this key. */
    public byte @Nullable [] open(long sequence, byte[] header, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, sequence, header, sealed);
    }

    private byte @Nullable [] run(int mode, long sequence, byte[] header, byte[] data) {
        try {
            byte[] nonce =
                    ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(sequence).array();
            cipher.init(mode, key.secret(), new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(data);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }
}
