package org.soothe.recording.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of one file: 32 random bytes that seal that file and nothing else. Immutable; never shown. */
public final class FileKey {

    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private FileKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a fresh one. */
    public static FileKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new FileKey(bytes);
    }

    /**
     * Returns one that was wrapped before.
     *
     * @throws IllegalArgumentException unless it has 32 bytes
     */
    static FileKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a file key has 32 bytes, not " + bytes.length);
        }
        return new FileKey(Arrays.copyOf(bytes, BYTES));
    }

    SecretKey secret() {
        return new SecretKeySpec(bytes, "AES");
    }

    /** Returns a copy, for wrapping. */
    byte[] copy() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "FileKey(hidden)";
    }
}
