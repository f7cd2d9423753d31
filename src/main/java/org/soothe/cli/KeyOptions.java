package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.vault.Identity;
import org.soothe.recording.vault.KeyRing;
import org.soothe.recording.vault.Keys;
import picocli.CommandLine.Option;

/** What sealed sessions are opened with; a passphrase is asked for when a file needs one. */
final class KeyOptions {

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "Private key for sealed sessions, as soothe or age-keygen writes it. A passphrase is asked for.")
    private @Nullable Path keyFile;

    private @Nullable KeyRing ring;

    /**
     * Returns the private keys of the file, none if no file was named.
     *
     * @throws IOException if the key file cannot be read
     */
    List<Identity> identities() throws IOException {
        return keyFile == null ? List.of() : Identity.read(keyFile);
    }

    /**
     * Returns the keys, the same each time, so that a passphrase is asked for once, when a file needs it.
     *
     * @throws IOException if the key file cannot be read
     */
    KeyRing ring() throws IOException {
        if (ring == null) {
            ring = new Keys(identities(), () -> Secrets.ask("Passphrase of the session"));
        }
        return ring;
    }
}
