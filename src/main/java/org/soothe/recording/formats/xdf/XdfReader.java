package org.soothe.recording.formats.xdf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads XDF 1.0, as drawn in {@link XdfWriter}, and brings the streams on one clock by their clock offsets. Not
 * thread-safe; one per file.
 */
public final class XdfReader {
    private static final String WANTED = "a whole XDF file, version 1.0";

    private final Path path;
    private final ByteBuffer bytes;
    private final Map<Integer, StreamBuilder> streams = new LinkedHashMap<>();
    private boolean cutOff;

    private XdfReader(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What a file holds. Immutable but for the streams, which are the reader's gift.
     *
     * @param streams the streams in the order of their headers
     * @param notes what a person should know, in sentences
     */
    public record Contents(List<XdfStream> streams, List<String> notes) {}

    /** Returns whether bytes begin as a file of this format does. */
    public static boolean looksLike(byte[] bytes) {
        return bytes.length > 4 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("XDF:");
    }

    /**
     * Reads a whole file; of one that was cut off, everything before the last chunk.
     *
     * @param path for messages
     * @param bytes the file
     * @throws RecordingFormatException when it is damaged or something else
     */
    public static Contents read(Path path, byte[] bytes) throws RecordingFormatException {
        if (!looksLike(bytes)) {
            throw new RecordingFormatException(path, "the file does not begin as XDF does", WANTED);
        }
        return new XdfReader(path, bytes).read();
    }

    private Contents read() throws RecordingFormatException {
        bytes.position(4);
        while (bytes.hasRemaining() && !cutOff) {
            int start = bytes.position();
            try {
                chunk(start);
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                throw wrong(start, "is damaged");
            }
        }
        List<String> notes = new ArrayList<>();
        if (cutOff) {
            notes.add("The file ends in the middle of a chunk; everything before it is used.");
        }
        List<XdfStream> all = new ArrayList<>();
        for (StreamBuilder stream : streams.values()) {
            all.add(stream.build(notes));
        }
        return new Contents(all, notes);
    }

    private void chunk(int start) throws RecordingFormatException {
        long length = length(bytes);
        if (length < 2) {
            throw wrong(start, "is shorter than its tag");
        }
        if (length > bytes.remaining()) {
            cutOff = true;
            return;
        }
        ByteBuffer chunk = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        int tag = chunk.getShort();
        if (tag == 2) {
            int id = chunk.getInt();
            streams.put(id, StreamBuilder.of(path, text(chunk)));
        } else if (tag == 3 || tag == 4) {
            StreamBuilder stream = streams.get(chunk.getInt());
            if (stream == null) {
                throw wrong(start, "belongs to a stream without a header");
            }
            if (tag == 4) {
                stream.offset(chunk.getDouble(), chunk.getDouble());
            } else if (!stream.samples(chunk)) {
                throw wrong(start, "holds fewer samples than it says");
            }
        } else if (tag < 1 || tag > 6) {
            throw wrong(start, "has the unknown tag " + tag);
        }
    }

    /** Reads a length of variable length: 1, 4 or 8 bytes. */
    static long length(ByteBuffer from) {
        int width = from.get();
        return switch (width) {
            case 1 -> from.get() & 0xFF;
            case 4 -> from.getInt() & 0xFFFF_FFFFL;
            case 8 -> {
                long length = from.getLong();
                if (length < 0) {
                    throw new IllegalArgumentException("length " + length);
                }
                yield length;
            }
            default -> throw new IllegalArgumentException("width " + width);
        };
    }

    private static String text(ByteBuffer chunk) {
        byte[] rest = new byte[chunk.remaining()];
        chunk.get(rest);
        return new String(rest, StandardCharsets.UTF_8);
    }

    private RecordingFormatException wrong(int start, String what) {
        return new RecordingFormatException(path, "the chunk at byte " + start + " " + what, WANTED);
    }
}
