package org.soothe.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new file that only its owner may read, locked against other programs. Owned by the thread that writes. */
final class FileStorage implements Storage {

    // Design: a file that is removed or moved stays open and whole for who has it open. So it is made again from
    // itself.

    private static final int MOST_NAMES = 1000;

    private Path path;
    private FileChannel channel;
    private @Nullable Object fileKey;
    private String news = "";
    private byte[] beginning = new byte[0];
    private long length;

    private FileStorage(Path path, FileChannel channel, @Nullable Object fileKey) {
        this.path = path;
        this.channel = channel;
        this.fileKey = fileKey;
    }

    /**
     * Makes the file, and the folders above it.
     *
     * @throws FileAlreadyExistsException if there is a file of this name, which is never written over
     */
    static FileStorage create(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ),
                ownerOnly("rw-------"));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException(path + " is locked by another program");
        }
        if (folder != null) {
            forceFolder(folder);
        }
        return new FileStorage(path, channel, key(path));
    }

    private static FileAttribute<?>[] ownerOnly(String mode) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Puts the name of a new file on the medium too; not every system can, and then the file itself must do. */
    private static void forceFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
            return;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
        if (offset == 0) {
            beginning = Arrays.copyOf(bytes, Math.min(bytes.length, Layout.FILE_HEADER_BYTES));
        }
        length = Math.max(length, offset + bytes.length);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        long at = offset;
        while (left.hasRemaining()) {
            at += channel.write(left, at);
        }
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
        boolean there = Files.exists(path);
        if (!there || !Objects.equals(key(path), fileKey)) {
            makeAgain(there);
        }
    }

    /** Copies the file, which nobody else can reach any more or which is elsewhere now, to where it was. */
    private void makeAgain(boolean nameTaken) throws IOException {
        if (!isWhole()) {
            throw new IOException(
                    "the file was overwritten and removed while it was being written; what it held is gone");
        }
        Path to = nameTaken ? freeName() : path;
        FileStorage again = create(to);
        try {
            long size = channel.size();
            for (long at = 0; at < size; ) {
                at += channel.transferTo(at, size - at, again.channel);
            }
            again.channel.force(true);
        } catch (IOException e) {
            again.close();
            Files.deleteIfExists(to);
            throw e;
        }
        channel.close();
        news = path + " was " + (nameTaken ? "replaced by another file" : "removed or moved")
                + " while the session was being recorded; the recording was made again, whole, as " + to
                + ". To delete a session, end it first.";
        channel = again.channel;
        fileKey = again.fileKey;
        path = to;
    }

    /** Whoever overwrote it before it was removed wanted it gone. */
    private boolean isWhole() throws IOException {
        ByteBuffer now = ByteBuffer.allocate(beginning.length);
        int read = 0;
        while (now.hasRemaining() && read >= 0) {
            read = channel.read(now, now.position());
        }
        return channel.size() >= length && Arrays.equals(now.array(), beginning);
    }

    private Path freeName() throws IOException {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        for (int i = 2; i < MOST_NAMES; i++) {
            Path free = path.resolveSibling(stem + "-" + i + (dot > 0 ? name.substring(dot) : ""));
            if (!Files.exists(free)) {
                return free;
            }
        }
        throw new IOException("the file was replaced by another while it was being written");
    }

    @Override
    public String news() {
        String told = news;
        news = "";
        return told;
    }

    @Override
    public Path path(Path given) {
        return path;
    }

    @Override
    public void truncate(long offset) throws IOException {
        channel.truncate(offset);
    }

    /** Closes the file; one that never held anything is removed. */
    @Override
    public void close() throws IOException {
        boolean nothing = channel.isOpen() && channel.size() == 0;
        channel.close();
        if (nothing && Files.exists(path) && Objects.equals(key(path), fileKey)) {
            Files.delete(path);
        }
    }
}
