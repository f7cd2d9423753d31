package org.soothe.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.Resealing;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.library.Shredder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private SealOptions seal = new SealOptions();

    SessionsResealCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!seal.isGiven()) {
            throw new ParameterException(spec.commandLine(), "Seal it for whom? --passphrase or --recipient says so.");
        }
        Path file = SessionsView.find(named);
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try (SessionFile session = SessionsView.open(file, keys)) {
            if (session.beingRecorded()) {
                view.complain(file + " is not sealed anew: it is being recorded; end that first.");
                return Soothe.CANNOT_WRITE;
            }
            Resealing.write(session, fresh, seal.key(List.of()));
        } catch (FileAlreadyExistsException e) {
            view.complain(
                    file + " is not sealed anew: " + fresh + " is in the way, perhaps from a sealing that was cut off. "
                            + file + " is whole; delete the other one.");
            return Soothe.CANNOT_WRITE;
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
}
