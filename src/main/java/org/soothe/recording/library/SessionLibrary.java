package org.soothe.recording.library;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionFileException;
import org.soothe.recording.file.SessionSummary;
import org.soothe.recording.vault.KeyRing;

/**
 * The sessions of a folder with an index beside them. The files are the truth: the index is made of them, again whenever one has
 * changed, and may be deleted at any time. Of a sealed session it holds nothing that the file does not show to everybody. Not
 * thread-safe.
 */
public final class SessionLibrary implements AutoCloseable {

    /** Name of the index in the folder. */
    public static final String INDEX = "index.sqlite";

    private static final String ENDING = ".soothe";

    private final Path folder;
    private final Connection index;

    private SessionLibrary(Path folder, Connection index) {
        this.folder = folder;
        this.index = index;
    }

    /**
     * Opens the library of a folder and brings its index up to date.
     *
     * @throws IOException if the folder cannot be read, or the index neither used nor made anew
     */
    public static SessionLibrary open(Path folder) throws IOException {
        Path file = folder.resolve(INDEX);
        try {
            return opened(folder, file);
        } catch (SQLException e) {
            // Whatever is wrong with it: it can be made anew.
            Files.deleteIfExists(file);
        }
        try {
            return opened(folder, file);
        } catch (SQLException e) {
            throw new IOException("the index of " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static SessionLibrary opened(Path folder, Path file) throws IOException, SQLException {
        ownerOnly(file);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            IndexSchema.prepare(connection);
            SessionLibrary library = new SessionLibrary(folder, connection);
            library.refresh();
            return library;
        } catch (IOException | SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, mode);
        } catch (FileAlreadyExistsException e) {
            // It was made before, with the same mode.
            return;
        }
    }

    private void refresh() throws IOException, SQLException {
        Map<String, String> known = stamps();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        index.setAutoCommit(false);
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String stamp =
                    Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
            String old = known.remove(name);
            if (!stamp.equals(old)) {
                forget(name);
                read(file, name, stamp);
            }
        }
        for (String gone : known.keySet()) {
            forget(gone);
        }
        index.commit();
        index.setAutoCommit(true);
    }

    private Map<String, String> stamps() throws SQLException {
        Map<String, String> stamps = new HashMap<>();
        try (Statement query = index.createStatement();
                ResultSet rows = query.executeQuery("select file, stamp from session")) {
            while (rows.next()) {
                stamps.put(rows.getString(1), rows.getString(2));
            }
        }
        return stamps;
    }

    private void read(Path path, String name, String stamp) throws IOException, SQLException {
        try (SessionFile file = SessionFile.open(path, KeyRing.none())) {
            IndexSchema.insert(index, name, stamp, Files.size(path), SessionSummary.of(file));
        } catch (SessionFileException e) {
            boolean sealed = e.kind() == SessionFileException.Kind.KEY_NEEDED;
            String state = sealed ? "sealed" : String.valueOf(e.getMessage()).replace(path + ": ", "");
            IndexSchema.insertClosed(index, name, stamp, Files.size(path), sealed, state);
        }
    }

    private void forget(String name) throws SQLException {
        for (String table : IndexSchema.TABLES) {
            try (PreparedStatement delete = index.prepareStatement("delete from " + table + " where file = ?")) {
                delete.setString(1, name);
                delete.executeUpdate();
            }
        }
    }

    /** Returns all sessions in the order of their file names, which is that of time for names that soothe gave. */
    public List<LibraryEntry> entries() throws IOException {
        List<LibraryEntry> entries = new ArrayList<>();
        try (Statement query = index.createStatement();
                ResultSet rows = query.executeQuery("select file, sealed, bytes, started_at, pseudonym, duration_ns,"
                        + " case when sealed then -1 else (select count(*) from phase where phase.file = session.file) end,"
                        + " state from session order by file")) {
            while (rows.next()) {
                entries.add(new LibraryEntry(
                        rows.getString(1),
                        rows.getBoolean(2),
                        rows.getLong(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getLong(6),
                        rows.getLong(7),
                        rows.getString(8)));
            }
        } catch (SQLException e) {
            throw new IOException("the index cannot be read: " + e.getMessage(), e);
        }
        return entries;
    }

    /** Deletes a session for good, in the folder and in the index. */
    public void delete(String name) throws IOException {
        Shredder.delete(folder.resolve(name));
        try {
            forget(name);
        } catch (SQLException e) {
            throw new IOException("the index cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            index.close();
        } catch (SQLException e) {
            throw new IOException("the index cannot be closed: " + e.getMessage(), e);
        }
    }
}
