package org.soothe.recording.formats.fit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads the beat-to-beat intervals of a FIT file: message 78, field 0, an array of 1/1000 s. All other messages are passed
 * over by their declared length. Not thread-safe; one per file.
 *
 * <pre>header:      1 its length (12, 14) | 1 protocol | 2 profile | 4 length of the records | .FIT | 2 checksum
 * record:      1 kind: 1ttttttt compressed time: bits 5-6 local type
 *                      01d0llll definition of local type l, d: with developer fields
 *                      0000llll data of local type l
 * definition:  1 | 1 order of bytes: 0 low first | 2 message | 1 fields | each: 1 field, 1 length, 1 base type
 * then 2 bytes checksum over everything before</pre>
 *
 * <p>Reference: Flexible and Interoperable Data Transfer (FIT) Protocol.
 */
public final class FitReader {
    private static final String WANTED = "a whole FIT file with RR intervals";
    private static final int HRV_MESSAGE = 78;
    private static final int TIME_FIELD = 0;
    private static final int NOTHING = 0xFFFF;
    private static final int[] NIBBLE_SUMS = {
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400
    };

    private final Path path;
    private final byte[] bytes;
    private final @Nullable Definition[] definitions = new @Nullable Definition[16];
    private final List<Double> rrMs = new ArrayList<>();

    /** How the data of a local message type lie. Immutable. */
    private static final class Definition {
        final boolean lowFirst;
        final int message;
        final List<int[]> fields;
        final int length;

        Definition(boolean lowFirst, int message, List<int[]> fields, int length) {
            this.lowFirst = lowFirst;
            this.message = message;
            this.fields = fields;
            this.length = length;
        }
    }

    private FitReader(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Returns whether bytes begin as a file of this format does. */
    public static boolean looksLike(byte[] bytes) {
        return bytes.length >= 14
                && bytes[0] >= 12
                && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals(".FIT");
    }

    /**
     * Reads the intervals of a file, in milliseconds, in the order of the file.
     *
     * @param path for messages
     * @param bytes the file
     * @throws RecordingFormatException when it is damaged, something else, or holds no intervals
     */
    public static double[] rrMs(Path path, byte[] bytes) throws RecordingFormatException {
        if (!looksLike(bytes)) {
            throw new RecordingFormatException(path, "the file does not begin as FIT does", WANTED);
        }
        FitReader reader = new FitReader(path, bytes);
        reader.read();
        if (reader.rrMs.isEmpty()) {
            throw new RecordingFormatException(
                    path,
                    "there are no RR intervals in this FIT file",
                    "one that was recorded with logging of heart rate variability switched on");
        }
        return reader.rrMs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void read() throws RecordingFormatException {
        int header = bytes[0];
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
        long end = header + length;
        if (end + 2 > bytes.length) {
            throw new RecordingFormatException(
                    path, "the file is " + bytes.length + " bytes long and should be " + (end + 2), WANTED);
        }
        int sum = checksum((int) end);
        int said = (bytes[(int) end] & 0xFF) | ((bytes[(int) end + 1] & 0xFF) << 8);
        if (sum != said) {
            throw new RecordingFormatException(path, "the checksum at byte " + end + " does not fit", WANTED);
        }
        int at = header;
        while (at < end) {
            at = record(at, (int) end);
        }
    }

    private int record(int at, int end) throws RecordingFormatException {
        int kind = bytes[at] & 0xFF;
        boolean compressed = (kind & 0x80) != 0;
        if (!compressed && (kind & 0x40) != 0) {
            return define(at, kind, end);
        }
        Definition definition = definitions[compressed ? (kind >> 5) & 3 : kind & 15];
        if (definition == null || at + 1 + definition.length > end) {
            throw wrong(at);
        }
        if (definition.message == HRV_MESSAGE) {
            intervals(definition, at + 1);
        }
        return at + 1 + definition.length;
    }

    private int define(int at, int kind, int end) throws RecordingFormatException {
        need(at, at + 6, end);
        boolean lowFirst = bytes[at + 2] == 0;
        int message = word(at + 3, lowFirst);
        int count = bytes[at + 5] & 0xFF;
        int next = at + 6;
        need(at, next + 3 * count, end);
        List<int[]> fields = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < count; i++, next += 3) {
            fields.add(new int[] {bytes[next] & 0xFF, bytes[next + 1] & 0xFF});
            length += bytes[next + 1] & 0xFF;
        }
        if ((kind & 0x20) != 0) {
            need(at, next + 1, end);
            int developers = bytes[next++] & 0xFF;
            need(at, next + 3 * developers, end);
            for (int i = 0; i < developers; i++, next += 3) {
                length += bytes[next + 1] & 0xFF;
            }
        }
        definitions[kind & 15] = new Definition(lowFirst, message, fields, length);
        return next;
    }

    private void intervals(Definition definition, int from) {
        int at = from;
        for (int[] field : definition.fields) {
            if (field[0] == TIME_FIELD) {
                for (int i = 0; i + 1 < field[1]; i += 2) {
                    int value = word(at + i, definition.lowFirst);
                    if (value != NOTHING) {
                        rrMs.add((double) value);
                    }
                }
            }
            at += field[1];
        }
    }

    private int word(int at, boolean lowFirst) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return lowFirst ? first | (second << 8) : (first << 8) | second;
    }

    private int checksum(int end) {
        int sum = 0;
        for (int i = 0; i < end; i++) {
            int b = bytes[i] & 0xFF;
            sum = ((sum >> 4) & 0x0FFF) ^ NIBBLE_SUMS[sum & 15] ^ NIBBLE_SUMS[b & 15];
            sum = ((sum >> 4) & 0x0FFF) ^ NIBBLE_SUMS[sum & 15] ^ NIBBLE_SUMS[b >> 4];
        }
        return sum;
    }

    private void need(int at, int to, int end) throws RecordingFormatException {
        if (to > end) {
            throw wrong(at);
        }
    }

    private RecordingFormatException wrong(int at) {
        return new RecordingFormatException(path, "the record at byte " + at + " is damaged", WANTED);
    }
}
