package org.soothe.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.Passphrase;
import org.soothe.recording.vault.SealedKey;
import org.soothe.recording.vault.Sealer;
import picocli.CommandLine.Option;

/** For whom a session is sealed. */
final class SealOptions {

    @Option(names = "--passphrase", description = "Seal the session with a new passphrase, which is asked for.")
    private boolean askPassphrase;

    @Option(
            names = "--recipient",
            paramLabel = "KEY",
            description = "Seal the session for the holder of this public key (age1...). This computer then cannot"
                    + " read what it writes. May be given several times.")
    private List<String> recipients = new ArrayList<>();

    /** Returns whether it is to be sealed for anyone. */
    boolean isGiven() {
        return askPassphrase || !recipients.isEmpty();
    }

    /**
     * Returns a fresh key, asking for a passphrase if one is wanted; null to leave the session readable.
     *
     * @param also private keys that can open it too
     * @throws IllegalArgumentException if it cannot be sealed as asked for; the message says why
     */
    @Nullable
    SealedKey key(List<Identity> also) {
        List<String> all = new ArrayList<>(recipients);
        also.forEach(identity -> all.add(identity.recipient()));
        if (!askPassphrase && all.isEmpty()) {
            return null;
        }
        Passphrase passphrase = askPassphrase ? Secrets.askNew("New passphrase for this session") : null;
        try {
            return new Sealer(passphrase, all).fresh();
        } finally {
            if (passphrase != null) {
                passphrase.wipe();
            }
        }
    }
}
