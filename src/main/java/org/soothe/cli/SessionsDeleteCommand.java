package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.library.SessionLibrary;
import org.soothe.recording.library.Shredder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code soothe sessions delete}. */
@Command(
        name = "delete",
        header = "Deletes sessions for good, as securely as the medium allows.",
        description = {
            "",
            "The file is overwritten, then removed. Flash disks, copies of a file system and backups may keep what was"
                    + " overwritten; a sealed session cannot be read there without its key.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsDeleteCommand implements Callable<Integer> {
    private final SessionsView view;

    @Parameters(paramLabel = "SESSION", arity = "1..*", description = "Files, or their names in the library.")
    private List<Path> named = new ArrayList<>();

    @Option(names = "--yes", required = true, description = "Yes, delete it; there is no way back.")
    private boolean yes;

    SessionsDeleteCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!yes) {
            return Soothe.WRONG_INPUT;
        }
        int code = Soothe.DONE;
        for (Path name : named) {
            Path file = SessionsView.find(name);
            try {
                if (!Files.exists(file)) {
                    view.complain("There is no session " + name + ", neither as a file nor in the library.");
                    code = Math.max(code, Soothe.WRONG_INPUT);
                } else if (!Files.isReadable(file)) {
                    view.complain(file + " is left as it is: you are not allowed to read it.");
                    code = Math.max(code, Soothe.WRONG_INPUT);
                } else if (!SessionFile.isSession(file)) {
                    view.complain(file + " is not a session of soothe, and is left as it is.");
                    code = Math.max(code, Soothe.WRONG_INPUT);
                } else {
                    delete(file);
                    view.print(file + " is deleted.");
                }
            } catch (IOException e) {
                view.complain(file + " is not deleted: " + e.getMessage() + ".");
                code = Soothe.CANNOT_WRITE;
            }
        }
        return code;
    }

    private static void delete(Path file) throws IOException {
        Path folder = LibraryFolder.path().toAbsolutePath().normalize();
        if (folder.equals(file.toAbsolutePath().normalize().getParent())) {
            try (SessionLibrary library = SessionLibrary.open(folder)) {
                library.delete(String.valueOf(file.getFileName()));
            }
        } else {
            Shredder.delete(file);
        }
    }
}
