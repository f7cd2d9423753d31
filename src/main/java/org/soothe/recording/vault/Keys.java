package org.soothe.recording.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.LockedException.Kind;

/**
 * Opens files with private keys, or with a passphrase that is asked for once, when a file needs it. Keys once derived are kept
 * until the program ends. Not thread-safe; never shown.
 */
public final class Keys implements KeyRing {
    private final List<Identity> identities;
    private final Supplier<@Nullable Passphrase> asking;
    private final Map<String, byte[]> derived = new HashMap<>();
    private @Nullable Passphrase passphrase;

    /**
     * Makes a ring.
     *
     * @param identities private keys, tried first
     * @param asking asks for a passphrase; null if there is nobody to ask
     */
    public Keys(List<Identity> identities, Supplier<@Nullable Passphrase> asking) {
        this.identities = List.copyOf(identities);
        this.asking = asking;
    }

    @Override
    public FileKey unlock(byte[] keyBlock) throws LockedException {
        String[] lines = new String(keyBlock, StandardCharsets.US_ASCII).split("\n", -1);
        if (!lines[0].equals(Sealer.FIRST_LINE)) {
            throw new LockedException(
                    Kind.UNREADABLE, "what it says about its key cannot be read; perhaps a newer soothe sealed it");
        }
        boolean forKeys = false;
        PassphraseLine byPassphrase = null;
        for (String line : lines) {
            if (line.startsWith(Sealer.AGE + " ")) {
                forKeys = true;
                FileKey key = byIdentity(line.substring(Sealer.AGE.length() + 1));
                if (key != null) {
                    return key;
                }
            } else if (line.startsWith(PassphraseLine.NAME + " argon2id ")) {
                byPassphrase = PassphraseLine.parse(line);
            }
        }
        if (byPassphrase != null) {
            return byPassphrase(byPassphrase);
        }
        throw forKeys ? noIdentity() : new LockedException(Kind.UNREADABLE, "it names nobody who could open it");
    }

    private LockedException noIdentity() {
        return identities.isEmpty()
                ? new LockedException(Kind.KEY_NEEDED, "it is sealed for a key; give the key file with --key-file")
                : new LockedException(Kind.WRONG_KEY, "it is sealed for another key than the key file given");
    }

    private @Nullable FileKey byIdentity(String base64) throws LockedException {
        try {
            byte[] age = Base64.getDecoder().decode(base64);
            for (Identity identity : identities) {
                FileKey key = identity.unwrap(age);
                if (key != null) {
                    return key;
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException e) {
            throw new LockedException(Kind.UNREADABLE, "its wrapped key is damaged");
        }
    }

    private FileKey byPassphrase(PassphraseLine line) throws LockedException {
        byte[] key = derived.get(line.salting());
        if (key == null) {
            if (passphrase == null) {
                passphrase = asking.get();
            }
            if (passphrase == null) {
                throw new LockedException(
                        Kind.KEY_NEEDED,
                        "it is sealed with a passphrase, and none was typed; it is asked for on the terminal");
            }
            key = line.derive(passphrase);
        }
        FileKey unwrapped = line.unwrap(key);
        if (unwrapped == null) {
            passphrase = null;
            throw new LockedException(Kind.WRONG_KEY, "the passphrase is wrong; the file itself is sound there");
        }
        derived.put(line.salting(), key);
        return unwrapped;
    }

    @Override
    public String toString() {
        return "Keys(hidden)";
    }
}
