package org.soothe.sensor.serial;

/**
 * Puts bytes together to lines. A line ends with carriage return, line feed or both; empty lines are left out. Not thread-safe.
 */
final class LineAssembler {

    /** What is done with lines. */
    interface Sink {

        /** Reads a line: the first {@code length} bytes, which are overwritten afterwards. */
        void line(byte[] line, int length);

        /** Hears of {@link #LONGEST} bytes without an end of line. */
        void tooLong();
    }

    /** Bytes in the longest line: our own protocol with 16 samples of 6 digits. */
    static final int LONGEST = 160;

    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean skips;

    /**
     * Makes an empty assembler.
     *
     * @param skipFirst whether to leave out everything up to the first end of line: whoever begins to listen hears half a line,
     *     and half a number is a number
     */
    LineAssembler(boolean skipFirst) {
        this.skips = skipFirst;
    }

    void accept(byte[] bytes, int count, Sink sink) {
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (next == '\n' || next == '\r') {
                if (!skips && length > 0) {
                    sink.line(line, length);
                }
                skips = false;
                length = 0;
            } else if (length < LONGEST) {
                line[length++] = next;
            } else {
                sink.tooLong();
                skips = true;
                length = 0;
            }
        }
    }
}
