package org.soothe.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Where sessions are kept unless told otherwise. Stateless. */
final class LibraryFolder {
    static final String VARIABLE = "SOOTHE_LIBRARY";
    static final String ENDING = ".soothe";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LibraryFolder() {}

    /** Returns the folder: SOOTHE_LIBRARY, else the place where this system keeps a program's data. */
    static Path path() {
        return path(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    static Path path(Map<String, String> environment, String system, String home) {
        String told = environment.getOrDefault(VARIABLE, "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("windows")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", home), "Soothe", "sessions");
        }
        if (lower.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Soothe", "sessions");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data);
        return base.resolve("soothe").resolve("sessions");
    }

    /** Returns whether a file has the ending of our sessions. */
    static boolean isSessionName(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Returns a name for a session that began at a time: no person's name, and no more than the file's date says. */
    static Path fileName(Instant startedAt) {
        return Path.of(NAME.format(startedAt) + ENDING);
    }
}
