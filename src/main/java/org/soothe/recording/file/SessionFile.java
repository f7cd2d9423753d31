package org.soothe.recording.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.file.SessionFileException.Kind;
import org.soothe.recording.vault.BlockCipher;
import org.soothe.recording.vault.FileKey;
import org.soothe.recording.vault.KeyRing;

/** A session file that was opened for reading. What it holds is read when asked for. Not thread-safe. */
public final class SessionFile implements Closeable {
    private static final int BLOCKS_BEFORE_META = 8;

    private static final String BEING_RECORDED = "It is being recorded right now; this is what was committed so far.";

    private final Path path;
    private final FileChannel channel;
    private final Pages pages;
    private final FileHeader header;
    private final @Nullable FileKey key;
    private final SessionInfo info;
    private final List<String> notes;
    private @Nullable List<Place> places;

    private SessionFile(
            Path path,
            FileChannel channel,
            Pages pages,
            FileHeader header,
            @Nullable FileKey key,
            SessionInfo info,
            List<String> notes) {
        this.path = path;
        this.channel = channel;
        this.pages = pages;
        this.header = header;
        this.key = key;
        this.info = info;
        this.notes = List.copyOf(notes);
    }

    /** Returns whether a file begins as a session file does, whatever its state; false where it cannot be read. */
    public static boolean isSession(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return Files.isRegularFile(path) && FirstBytes.looksLikeSession(new Pages(channel));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens a session.
     *
     * @param ring what to open it with if it is sealed
     * @throws SessionFileException if it cannot be opened; the message says why
     */
    public static SessionFile open(Path path, KeyRing ring) throws SessionFileException {
        try {
            if (!Files.isRegularFile(path) && Files.exists(path)) {
                throw new SessionFileException(
                        Kind.UNREADABLE,
                        path,
                        Files.isDirectory(path) ? "this is a folder; name a session in it." : "this is no file.");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return open(path, channel, ring);
            } catch (IOException | SessionFileException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new SessionFileException(Kind.UNREADABLE, path, "there is no such file.");
        } catch (AccessDeniedException e) {
            throw new SessionFileException(Kind.UNREADABLE, path, "you are not allowed to read it.");
        } catch (IOException e) {
            throw new SessionFileException(Kind.UNREADABLE, path, "cannot be read: " + e.getMessage() + ".");
        }
    }

    private static SessionFile open(Path path, FileChannel channel, KeyRing ring)
            throws IOException, SessionFileException {
        Pages pages = new Pages(channel);
        List<String> notes = new ArrayList<>();
        FileHeader header = FirstBytes.header(path, pages, notes);
        if (isBeingWritten(channel)) {
            notes.add(BEING_RECORDED);
        }
        FileKey key = header.sealed() ? FirstBytes.key(path, pages, header, ring) : null;
        SessionInfo info = SessionInfo.lost();
        BlockReader blocks = new BlockReader(pages, header, cipher(key), Layout.FIRST_BLOCK, 0);
        for (int i = 0; i < BLOCKS_BEFORE_META; i++) {
            Found found = blocks.next();
            if (found instanceof Found.Block block && block.typeCode().codeCount() == BlockType.META.code()) {
                info = info(block, notes);
                break;
            }
        }
        if (info.equals(SessionInfo.lost())) {
            notes.add("The block that says which program recorded it, when and how is lost.");
        }
        return new SessionFile(path, channel, pages, header, key, info, notes);
    }

    private static SessionInfo info(Found.Block block, List<String> notes) {
        try {
            return SessionInfo.parse(block.plain());
        } catch (Malformed e) {
            notes.add("What the session is cannot be read: " + e.getMessage() + ".");
            return SessionInfo.lost();
        }
    }

    private static @Nullable BlockCipher cipher(@Nullable FileKey key) {
        return key == null ? null : new BlockCipher(key);
    }

    /** Asks for a lock that every reader may share and a recorder does not. */
    private static boolean isBeingWritten(FileChannel channel) {
        try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // A file system without locks: nobody can say.
            return false;
        }
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    /** Returns the random name of the session. */
    public UUID id() {
        return header.id();
    }

    /** Returns whether it is encrypted. */
    public boolean sealed() {
        return header.sealed();
    }

    /** Returns what it says of itself. */
    public SessionInfo info() {
        return info;
    }

    /** Returns whether another program, or another part of this one, records into it right now. */
    public boolean beingRecorded() {
        return notes.contains(BEING_RECORDED);
    }

    /** Returns whether a recorder is at work on a file; false where the file cannot be opened. */
    public static boolean isBeingRecorded(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return isBeingWritten(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what a person should know about the opening, in sentences. */
    public List<String> notes() {
        return notes;
    }

    /** Returns its length. */
    public long byteCount() {
        return pages.size();
    }

    /** Returns everything in it from the start. Several logs may be read at once, by one thread. */
    public SessionLog log() {
        return new SessionLog(reader(Layout.FIRST_BLOCK, 0), () -> {});
    }

    /** Returns all events in it from the start, with what is lost between them and how it ends. */
    public SessionLog events() {
        return new SessionLog(reader(Layout.FIRST_BLOCK, 0), () -> {}, true);
    }

    /** Returns all events in it from a place on. */
    SessionLog events(Place place) {
        return new SessionLog(reader(place.atByteCount(), place.sequenceCount()), () -> {}, true);
    }

    BlockReader reader(long at, long sequence) {
        return new BlockReader(pages, header, cipher(key), at, sequence);
    }

    /** Returns the block that begins at a place in the file; null if there is none of this type. */
    Found.@Nullable Block block(long at, BlockType type) throws IOException {
        return at < Layout.FIRST_BLOCK ? null : finder().block(at, type);
    }

    private PlaceFinder finder() {
        Pages small = pages.small();
        return new PlaceFinder(
                small, header, (at, sequence) -> new BlockReader(small, header, cipher(key), at, sequence));
    }

    /** Returns the places from which reading can begin, in their order; none where the index is lost. */
    List<Place> places() throws IOException {
        if (places == null) {
            places = finder().find();
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
