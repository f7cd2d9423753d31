package org.soothe.recording.vault;

/**
 * A fresh file key together with what a file says about it: the key wrapped for whoever may read it. Immutable; never shown.
 */
public final class SealedKey {
    private final FileKey key;
    private final byte[] keyBlock;

    SealedKey(FileKey key, byte[] keyBlock) {
        this.key = key;
        this.keyBlock = keyBlock.clone();
    }

    /** Returns a cipher of this key. */
    public BlockCipher cipher() {
        return new BlockCipher(key);
    }

    /** Returns what stands in the file. */
    public byte[] keyBlock() {
        return keyBlock.clone();
    }

    @Override
    public String toString() {
        return "SealedKey(hidden)";
    }
}
