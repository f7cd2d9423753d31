package org.soothe.recording.formats;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;

/** The bytes of one file and, where it is text, its lines. Not thread-safe. */
final class SourceFile {
    static final String WANTED = "RR intervals, beat times or beat annotations";

    /** A week of ECG beats is 10 MB; what is larger is no list of beats. */
    private static final long LARGEST_BYTES = 256L << 20;
    /** No line of numbers that a person or program writes is longer, except the one line of a JSON file. */
    private static final int LONGEST_LINE = 10_000;

    private static final int LINES_PER_STEP = 1 << 16;

    /** Share of characters that are none, above which a file is no text; a comment in Latin-1 stays far below. */
    private static final double BYTES_RATIO = 0.2;

    private final Path path;
    private final byte[] bytes;
    private final DoubleConsumer progress;
    private @Nullable List<String> lines;

    private SourceFile(Path path, byte[] bytes, DoubleConsumer progress) {
        this.path = path;
        this.bytes = bytes;
        this.progress = progress;
    }

    static SourceFile read(Path path) throws RecordingFormatException {
        return read(path, doneRatio -> {});
    }

    static SourceFile read(Path path, DoubleConsumer progress) throws RecordingFormatException {
        return read(path, WANTED, progress);
    }

    /** Reads a file that ought to hold what is wanted, in words. */
    static SourceFile read(Path path, String wanted, DoubleConsumer progress) throws RecordingFormatException {
        if (Files.isDirectory(path)) {
            throw new RecordingFormatException(path, "this is a folder", "a file with " + wanted);
        }
        if (!Files.exists(path)) {
            throw new RecordingFormatException(path, "there is no such file", "a file with " + wanted);
        }
        try {
            long size = Files.size(path);
            if (size > LARGEST_BYTES) {
                throw new RecordingFormatException(
                        path, "the file is " + (size >> 20) + " MB long", "at most " + (LARGEST_BYTES >> 20) + " MB");
            }
            SourceFile file = new SourceFile(path, Files.readAllBytes(path), progress);
            if (file.bytes.length == 0) {
                throw file.whole("the file is empty", wanted);
            }
            return file;
        } catch (IOException | SecurityException e) {
            throw new RecordingFormatException(
                    path, "the file cannot be read (" + e.getClass().getSimpleName() + ")", "a readable file");
        }
    }

    /** Says how far the reader of the lines has come. */
    void done(int line) {
        if (line % LINES_PER_STEP == 0 && lines != null) {
            progress.accept((double) line / lines.size());
        }
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the name in lower case without its folders. */
    String lowerName() {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the letters after the last dot of the name, in lower case; empty without a dot. */
    String extension() {
        String name = lowerName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns the file beside this one that has another extension. */
    Path sibling(String extension) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.indexOf('.');
        return path.resolveSibling((dot < 0 ? text : text.substring(0, dot)) + "." + extension);
    }

    /** Returns whether the bytes are no text: zero bytes where the text is not UTF-16, or many that are no characters. */
    boolean binary() {
        if (utf16() != null) {
            return false;
        }
        int end = Math.min(bytes.length, 4096);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        String start = new String(bytes, 0, end, StandardCharsets.UTF_8);
        long strange = start.chars()
                .filter(c -> c == '\uFFFD' || (c < ' ' && "\t\n\r\f".indexOf(c) < 0))
                .count();
        return strange > BYTES_RATIO * start.length();
    }

    /** Returns the whole text without a byte order mark. */
    String text() {
        Charset utf16 = utf16();
        String text = new String(bytes, utf16 == null ? StandardCharsets.UTF_8 : utf16);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Returns all lines; the ends LF, CRLF and CR all count. */
    List<String> lines() throws RecordingFormatException {
        if (lines == null) {
            lines = split(text());
        }
        return lines;
    }

    RecordingFormatException whole(String seen, String expected) {
        return new RecordingFormatException(path, seen, expected);
    }

    /** Reports a line, counted from 1. */
    RecordingFormatException line(int line, String read, String expected) {
        return new RecordingFormatException(path, line, read, expected);
    }

    private List<String> split(String text) throws RecordingFormatException {
        List<String> out = new ArrayList<>(text.length() / 6 + 1);
        int start = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : '\n';
            if (c == '\n' || c == '\r') {
                if (i - start > LONGEST_LINE) {
                    throw line(
                            out.size() + 1,
                            text.substring(start, i),
                            "a line of at most " + LONGEST_LINE + " characters");
                }
                if (i < length || i > start) {
                    out.add(text.substring(start, i));
                }
                if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        return out;
    }

    /** Returns the kind of UTF-16, by its mark or by a zero in every second byte of its first digits; else null. */
    private @Nullable Charset utf16() {
        if (bytes.length < 4) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean evenText = first != 0 && second == 0 && bytes[2] != 0 && bytes[3] == 0;
        if ((first == 0xFF && second == 0xFE) || evenText) {
            return StandardCharsets.UTF_16LE;
        }
        boolean oddText = first == 0 && second != 0 && bytes[2] == 0 && bytes[3] != 0;
        if ((first == 0xFE && second == 0xFF) || oddText) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }
}
