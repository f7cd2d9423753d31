package org.soothe.recording.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a person typed. Kept no longer than needed, never shown. Not thread-safe. */
public final class Passphrase {
    private final char[] typed;

    /**
     * Takes over what was typed; {@link #wipe} clears the array.
     *
     * @throws IllegalArgumentException if nothing was typed
     */
    public Passphrase(char[] typed) {
        if (typed.length == 0) {
            throw new IllegalArgumentException("a passphrase must not be empty");
        }
        this.typed = typed;
    }

    byte[] bytes() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return bytes;
    }

    /** Returns whether both are the same words. */
    public boolean sameAs(Passphrase other) {
        return Arrays.equals(typed, other.typed);
    }

    /** Forgets it. */
    public void wipe() {
        Arrays.fill(typed, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase(hidden)";
    }
}
