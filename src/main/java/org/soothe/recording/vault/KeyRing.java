package org.soothe.recording.vault;

/** What a reader has to open sealed files with. */
@FunctionalInterface
public interface KeyRing {

    /**
     * Returns the key of a file.
     *
     * @param keyBlock what the file says about its key
     * @throws LockedException if this ring does not open it; the message says why
     */
    FileKey unlock(byte[] keyBlock) throws LockedException;

    /** Returns the ring without keys. */
    static KeyRing none() {
        return keyBlock -> {
            throw new LockedException(
                    LockedException.Kind.KEY_NEEDED, "it is sealed; a passphrase or key file is needed");
        };
    }
}
