package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.library.LibraryEntry;
import org.soothe.recording.library.SessionLibrary;
import org.soothe.report.UnitText;
import picocli.CommandLine.Command;

/** {@code soothe sessions list}. */
@Command(
        name = "list",
        header = "Lists the sessions of the library.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SessionsListCommand implements Callable<Integer> {
    private final SessionsView view;

    SessionsListCommand(Terminal terminal) {
        this.view = new SessionsView(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Path folder = LibraryFolder.path();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            view.complain(folder + " is to be the folder of the sessions, and is a file. " + LibraryFolder.VARIABLE
                    + " names another folder.");
            return Soothe.WRONG_INPUT;
        }
        if (!Files.isDirectory(folder)) {
            view.print("No session yet. They will be kept in " + folder + ".");
            return Soothe.DONE;
        }
        try (SessionLibrary library = SessionLibrary.open(folder)) {
            view.print(folder.toString());
            for (LibraryEntry entry : library.entries()) {
                view.print(line(entry, SessionFile.isBeingRecorded(folder.resolve(entry.file()))));
            }
        }
        return Soothe.DONE;
    }

    private static String line(LibraryEntry entry, boolean beingRecorded) {
        String length = entry.durationNs() < 0 ? "" : UnitText.clock(entry.durationNs());
        String phases =
                entry.phaseCount() < 0 ? "" : entry.phaseCount() + (entry.phaseCount() == 1 ? " phase" : " phases");
        return String.format(
                        Locale.ROOT,
                        "  %-32s %8s  %-9s %8.1f kB  %-12s %s",
                        entry.file(),
                        length,
                        phases,
                        entry.byteCount() / 1000.0,
                        beingRecorded ? "recording" : entry.state(),
                        entry.pseudonym())
                .stripTrailing();
    }
}
