package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.Resealing;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.library.Shredder;
import org.soothe.recording.vault.Passphrase;
import org.soothe.recording.vault.SealedKey;
import org.soothe.recording.vault.Sealer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code soothe sessions reseal}: another key for a session, or a first one. */
@Command(
        name = "reseal",
        header = "Seals a session with a new key; the old file is deleted.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsResealCommand implements Callable<Integer> {
    private final SessionsView view;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SESSION", description = "A file, or its name in the library.")
    private Path named = Path.of("");

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--passphrase", description = "Seal it with a new passphrase, which is asked for.")
    private boolean askPassphrase;

    @Option(names = "--recipient", paramLabel = "KEY", description = "Seal it for this public key (age1...).")
    private List<String> recipients = new ArrayList<>();

    SessionsResealCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!askPassphrase && recipients.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Seal it for whom? --passphrase or --recipient says so.");
        }
        Path file = SessionsView.find(named);
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try (SessionFile session = SessionsView.open(file, keys)) {
            Resealing.write(session, fresh, key());
        } catch (RecordingFormatException e) {
            view.complain(String.valueOf(e.getMessage()));
            return Soothe.WRONG_INPUT;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            view.complain(file + " is not sealed anew: " + e.getMessage() + ".");
            return Soothe.CANNOT_WRITE;
        }
        // The old one goes only after the new one is whole, and by another name, so that there is always one of them.
        Path old = file.resolveSibling(file.getFileName() + ".old");
        Files.move(file, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        Shredder.delete(old);
        view.print(file + " is sealed anew.");
        return Soothe.DONE;
    }

    private @Nullable SealedKey key() {
        Passphrase passphrase = askPassphrase ? Secrets.askNew("New passphrase for this session") : null;
        try {
            return new Sealer(passphrase, recipients).fresh();
        } finally {
            if (passphrase != null) {
                passphrase.wipe();
            }
        }
    }
}
