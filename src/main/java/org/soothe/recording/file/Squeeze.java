package org.soothe.recording.file;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Makes payloads smaller where that pays: 4 bytes of length, then a zlib stream. Stateless. */
final class Squeeze {
    private static final int WORTH_TRYING = 96;

    private Squeeze() {}

    /** Returns the payload deflated, null where that would not be smaller. */
    static byte @Nullable [] deflated(byte[] plain) {
        if (plain.length < WORTH_TRYING) {
            return null;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length];
            int length = 0;
            while (!deflater.finished() && length < plain.length - 4) {
                length += deflater.deflate(out, length, plain.length - 4 - length);
            }
            if (!deflater.finished()) {
                return null;
            }
            return ByteBuffer.allocate(4 + length)
                    .putInt(plain.length)
                    .put(out, 0, length)
                    .array();
        } finally {
            deflater.end();
        }
    }

    /** Returns the payload as it was, null if this is not one. */
    static byte @Nullable [] inflated(byte[] squeezed) {
        int length = squeezed.length < 4 ? -1 : ByteBuffer.wrap(squeezed).getInt();
        if (length < 0 || length > Layout.LARGEST_PAYLOAD) {
            return null;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(squeezed, 4, squeezed.length - 4);
            byte[] plain = new byte[length];
            int got = 0;
            while (got < length) {
                int n = inflater.inflate(plain, got, length - got);
                if (n == 0) {
                    return null;
                }
                got += n;
            }
            return plain;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
