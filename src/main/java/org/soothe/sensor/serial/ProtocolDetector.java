package org.soothe.sensor.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which protocol a device speaks: all decoders listen at once, and the first that understands enough, and nearly all,
 * is right. Not thread-safe.
 */
final class ProtocolDetector {

    // Design: the protocols exclude one another by their bytes: letters, commas or neither in the text ones; a
    // checksum in ours and Nonin's; bit 7 in Contec's. So the order in which they are asked does not matter, except
    // that ours, which cannot be met by chance, is asked first.

    /** What was heard as long as no protocol is known. */
    enum Heard {
        /** Not a byte. */
        NOTHING,
        /** Lines of readable text. */
        TEXT,
        /** Bytes that are no text, as from a wrong baud rate. */
        GARBAGE
    }

    private static final int MALFORMED_ONE_IN = 10;
    private static final int BEATS_NEEDED = 3;
    private static final int SHOWN = 40;
    private static final double TEXT_RATIO = 0.97;

    private final List<Candidate> candidates = new ArrayList<>();
    private final byte[] shown = new byte[SHOWN];
    private int shownLength;
    private long byteCount;
    private long textCount;

    ProtocolDetector() {
        for (SerialProtocol protocol : SerialProtocol.values()) {
            candidates.add(new Candidate(protocol));
        }
    }

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            textCount += isText(bytes[i]) ? 1 : 0;
            if (shownLength < SHOWN) {
                shown[shownLength++] = bytes[i];
            }
        }
        byteCount += length;
        for (Candidate candidate : candidates) {
            candidate.decoder.accept(bytes, length, candidate::count);
        }
    }

    private static boolean isText(byte one) {
        return (one >= ' ' && one < 0x7F) || one == '\n' || one == '\r' || one == '\t';
    }

    /** Returns the protocol, or null as long as it is not certain. */
    @Nullable
    SerialProtocol protocol() {
        for (Candidate candidate : candidates) {
            if (candidate.isCertain()) {
                return candidate.protocol;
            }
        }
        return null;
    }

    /** Returns what was heard, for the case that it is no protocol. */
    Heard heard() {
        if (byteCount == 0) {
            return Heard.NOTHING;
        }
        return textCount >= TEXT_RATIO * byteCount ? Heard.TEXT : Heard.GARBAGE;
    }

    long byteCount() {
        return byteCount;
    }

    /** Returns the first bytes as text for a person, with a dot for each byte that is none. */
    String sample() {
        String text = new String(shown, 0, shownLength, StandardCharsets.ISO_8859_1);
        return text.replaceAll("[\\r\\n]+", " / ").replaceAll("[^ -~]", ".");
    }

    private static final class Candidate {
        private final SerialProtocol protocol;
        private final FrameDecoder decoder;
        private int good;
        private int beats;
        private int malformed;

        Candidate(SerialProtocol protocol) {
            this.protocol = protocol;
            this.decoder = protocol.newDecoder();
        }

        void count(SerialFrame frame) {
            if (frame instanceof SerialFrame.Malformed) {
                malformed++;
            } else {
                good++;
                beats += frame instanceof SerialFrame.Beat ? 1 : 0;
            }
        }

        /**
         * A device may send beats only, two lines a second: three with nothing else between are enough. Ours is certain, however
         * many lines a cable garbles.
         */
        boolean isCertain() {
            boolean enough = good >= protocol.framesNeeded() || (beats >= BEATS_NEEDED && malformed == 0);
            return enough && (protocol == SerialProtocol.SOOTHE || (long) malformed * MALFORMED_ONE_IN <= good);
        }
    }
}
