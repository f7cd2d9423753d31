package org.soothe.recording;

import java.nio.file.Path;

/** A file is not what a reader needs; the message names file, line, what was read and what was expected. */
public class RecordingFormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_EXCERPT = 60;

    /** Says what a whole file seems to be and what is wanted instead. */
    public RecordingFormatException(Path file, String seen, String expected) {
        super(file + ": " + seen + "; expected " + expected + ".");
    }

    /** Says what was read on one line, counted from 1, and what was expected there. */
    public RecordingFormatException(Path file, int line, String read, String expected) {
        super(file + ", line " + line + ": read \"" + excerpt(read) + "\"; expected " + expected + ".");
    }

    /** Says it in words that name the file already. */
    protected RecordingFormatException(String message) {
        super(message);
    }

    /** Returns the beginning of a text that may hold anything, fit for a terminal. */
    private static String excerpt(String text) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(text.length(), LONGEST_EXCERPT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) || !Character.isDefined(c) || Character.isSurrogate(c) ? '\uFFFD' : c);
        }
        return text.length() > end ? out.append("...").toString() : out.toString();
    }
}
