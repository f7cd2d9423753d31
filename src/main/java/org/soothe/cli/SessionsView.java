package org.soothe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionFileException;
import org.soothe.recording.file.SessionSummary;

/** Where the commands of {@code soothe sessions} read and write. */
record SessionsView(Terminal terminal) {

    void print(String text) throws IOException {
        terminal.out().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        terminal.out().flush();
    }

    void complain(String text) {
        Progress.silent(terminal).say("soothe: " + text);
    }

    /** Returns a file that was named by its path or by its name in the library. */
    static Path find(Path named) {
        if (Files.exists(named) || named.isAbsolute()) {
            return named;
        }
        Path inLibrary = LibraryFolder.path().resolve(named);
        Path withEnding = LibraryFolder.path().resolve(named + LibraryFolder.ENDING);
        if (Files.exists(inLibrary)) {
            return inLibrary;
        }
        return Files.exists(withEnding) ? withEnding : named;
    }

    /** Returns all files of the library. */
    static List<Path> all() throws IOException {
        Path folder = LibraryFolder.path();
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                entries.filter(file -> file.toString().endsWith(LibraryFolder.ENDING))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    static SessionFile open(Path file, KeyOptions keys) throws RecordingFormatException {
        try {
            return SessionFile.open(file, keys.ring());
        } catch (IOException e) {
            throw new SessionFileException(SessionFileException.Kind.KEY_NEEDED, file, e.getMessage() + ".");
        }
    }

    static SessionSummary summary(Path file, KeyOptions keys) throws RecordingFormatException {
        try (SessionFile session = open(file, keys)) {
            return SessionSummary.of(session);
        } catch (IOException e) {
            throw new SessionFileException(
                    SessionFileException.Kind.UNREADABLE, file, "cannot be read: " + e.getMessage() + ".");
        }
    }
}
