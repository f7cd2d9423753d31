package org.soothe.recording.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Says in plain words why a file cannot be written. Stateless. */
public final class Trouble {

    private Trouble() {}

    /** Returns why, without a full stop. */
    public static String words(Exception e) {
        String text = String.valueOf(e.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space")) {
            return "the disk is full; please make room";
        }
        if (lower.contains("quota") || lower.contains("file too large")) {
            return "the file may not become larger here; please make room";
        }
        if (e instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "you are not allowed to write to this folder (" + text + ")";
        }
        if (e instanceof ReadOnlyFileSystemException || lower.contains("read-only file system")) {
            return "this folder can only be read";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is another file at " + text + ", which is left as it is";
        }
        if (e instanceof NoSuchFileException) {
            return "the folder is not there (" + text + ")";
        }
        if (lower.contains("not a directory")) {
            return "a file stands where a folder would have to be (" + text + ")";
        }
        return text;
    }
}
