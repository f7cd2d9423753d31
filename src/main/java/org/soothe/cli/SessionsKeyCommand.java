package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.soothe.recording.vault.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code soothe sessions key}: a new private key. */
@Command(
        name = "key",
        header = "Makes a new private key and says its public half, for --recipient.",
        description = {
            "",
            "Keep the file where sessions are read, and a copy of it in a safe place: without it nobody reads what was"
                    + " sealed for it. age reads the same files.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsKeyCommand implements Callable<Integer> {
    private final SessionsView view;

    @Parameters(paramLabel = "FILE", description = "New file for the private key; only its owner may read it.")
    private Path file = Path.of("");

    SessionsKeyCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Identity identity = Identity.random();
        try {
            Files.createFile(file, mode);
        } catch (FileAlreadyExistsException e) {
            view.complain(file + " is there already and is not written over.");
            return Soothe.WRONG_INPUT;
        }
        Files.write(file, identity.keyFile().getBytes(StandardCharsets.US_ASCII));
        view.print("The private key is in " + file + ". Its public half, for --recipient:");
        view.print(identity.recipient());
        return Soothe.DONE;
    }
}
