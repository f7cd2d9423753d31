package org.soothe.recording.formats;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads annotation files of WFDB in the MIT format. Stateless.
 *
 * <pre>
 * a pair of bytes, low byte first:   15 14 13 12 11 10 | 9 8 7 6 5 4 3 2 1 0
 *                                    code              | samples since the mark before
 * code 59 SKIP: four bytes follow, samples to skip: high pair first, each pair low byte first
 * code 60 NUM, 61 SUB, 62 CHN: the other ten bits are a field of the mark before, not time
 * code 63 AUX: so many bytes of text follow, filled up to an even number
 * code 0 with 0: the end
 * </pre>
 *
 * <p>Reference: G. B. Moody, WFDB Programmer's Guide, annotation files.
 */
final class WfdbAnnotations {
    private static final Set<String> EXTENSIONS =
            Set.of("atr", "ecg", "qrs", "ari", "ann", "man", "wqrs", "sqrs", "gqrs", "xws", "ecgqrs");
    /** The symbol of each code from 0 on; a blank where the code has none. */
    private static final String SYMBOLS = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r";

    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int CHN = 62;
    private static final int AUX = 63;
    private static final String RESOLUTION = "## time resolution: ";

    private WfdbAnnotations() {}

    static boolean looksLike(SourceFile file) {
        return EXTENSIONS.contains(file.extension()) && (file.binary() || !textLike(file));
    }

    private static boolean textLike(SourceFile file) {
        byte[] bytes = file.bytes();
        int end = Math.min(bytes.length, 200);
        for (int i = 0; i < end; i++) {
            if (bytes[i] < 9 || bytes[i] > 126) {
                return false;
            }
        }
        return true;
    }

    static BeatAnnotations read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        BeatAnnotations.Builder builder = new BeatAnnotations.Builder(file);
        byte[] bytes = file.bytes();
        double rateHz = Double.NaN;
        long sample = 0;
        boolean ended = false;
        int at = 0;
        while (at + 1 < bytes.length && !ended) {
            int word = word(bytes, at);
            int code = word >> 10;
            int field = word & 0x3FF;
            at += 2;
            if (code == 0 && field == 0) {
                ended = true;
            } else if (code == SKIP) {
                need(file, at, 4);
                sample += ((long) (short) word(bytes, at) << 16) | word(bytes, at + 2);
                at += 4;
            } else if (code == AUX) {
                need(file, at, field);
                double told = resolution(new String(bytes, at, field, StandardCharsets.ISO_8859_1));
                rateHz = Double.isNaN(told) ? rateHz : told;
                at += field + (field & 1);
            } else if (code < NUM || code > CHN) {
                if (code >= SYMBOLS.length()) {
                    throw file.whole(
                            "there is an unknown mark " + code + " at byte " + (at - 2),
                            "WFDB annotations (MIT format)");
                }
                sample += field;
                builder.mark(sample, SYMBOLS.charAt(code));
            }
        }
        return builder.build("WFDB beat annotations", options, rateHz);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
    }

    private static void need(SourceFile file, int at, int count) throws RecordingFormatException {
        if (at + count > file.bytes().length) {
            throw file.whole(
                    "the file ends in the middle of a mark, at byte " + at, "whole WFDB annotations (MIT format)");
        }
    }

    private static double resolution(String text) {
        return text.startsWith(RESOLUTION)
                ? Cells.words().number(text.substring(RESOLUTION.length()).trim())
                : Double.NaN;
    }
}
