package org.soothe.recording.formats.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that an export fills, with a checksum of every file. {@code checksums.txt} is written last, in the layout of the
 * program sha256sum: a folder without it was not finished. Not thread-safe.
 */
final class ExportFolder {
    /** Name of the list of checksums. */
    static final String CHECKSUMS = "checksums.txt";

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    ExportFolder(Path folder) throws IOException {
        this.folder = folder;
        OwnerOnly.createFolders(folder);
    }

    /** Writes to a file. */
    interface Filling<T> {
        void into(T out) throws IOException;
    }

    /** Writes a file of text; the name may hold folders. */
    void text(String name, Filling<? super Writer> filling) throws IOException {
        bytes(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            filling.into(writer);
            writer.flush();
        });
    }

    /** Writes a file of bytes; the name may hold folders. */
    void bytes(String name, Filling<? super OutputStream> filling) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            OwnerOnly.createFolders(parent);
        }
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(OwnerOnly.newFile(file), 1 << 16), digest)) {
            filling.into(out);
        }
        lines.add(hex(digest.digest()) + "  " + name + '\n');
    }

    /** Writes the checksums: the folder is complete. */
    void finish() throws IOException {
        finish(CHECKSUMS);
    }

    /** Writes the checksums into a file of this name, paths in it being relative to the folder. */
    void finish(String name) throws IOException {
        List<String> all = List.copyOf(lines);
        text(name, out -> {
            for (String line : all) {
                out.write(line);
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            out.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return out.toString();
    }
}
