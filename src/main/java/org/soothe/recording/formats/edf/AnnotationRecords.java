package org.soothe.recording.formats.edf;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads annotations over the data records of a file, which all give them the same space. Not thread-safe.
 *
 * <pre>a record:  +12 14 14 00            its own start: the first list, with an empty text
 *            +12.5 15 3.2 14 text 14 00   onset, duration after 15 if there is one, text
 *            00 00 ...               filled up</pre>
 *
 * <p>An annotation may stand in any record; those of a crowded second go on into the next ones.
 */
final class AnnotationRecords {
    private static final byte END = 0;
    private static final byte BAR = 0x14;
    private static final byte LENGTH = 0x15;

    /** Readers keep so many bytes of a text. */
    private static final int LONGEST_TEXT_BYTES = 480;

    private final List<byte[]> records = new ArrayList<>();
    private final int size;

    AnnotationRecords(List<EdfAnnotation> annotations, int recordCount, long recordNs, long startNs) {
        List<byte[]> lists = new ArrayList<>();
        long total = 0;
        int longest = 0;
        for (EdfAnnotation annotation : annotations) {
            byte[] list = list(annotation, startNs);
            lists.add(list);
            total += list.length;
            longest = Math.max(longest, list.length);
        }
        int starts = start(startNs + (recordCount - 1L) * recordNs).length + 1;
        int needed = starts + longest + (int) (total / recordCount + 1);
        this.size = 2 * ((needed + 1) / 2);
        int next = 0;
        for (int record = 0; record < recordCount; record++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(size);
            byte[] start = start(startNs + record * recordNs);
            out.write(start, 0, start.length);
            while (next < lists.size() && out.size() + lists.get(next).length <= size) {
                byte[] list = lists.get(next++);
                out.write(list, 0, list.length);
            }
            records.add(Arrays.copyOf(out.toByteArray(), size));
        }
        if (next < lists.size()) {
            throw new IllegalStateException("annotations did not fit: " + (lists.size() - next));
        }
    }

    /** Returns the bytes each record gives to annotations, an even number. */
    int size() {
        return size;
    }

    byte[] record(int i) {
        return records.get(i);
    }

    private static byte[] start(long timeNs) {
        return (seconds(timeNs, true) + (char) BAR + (char) BAR + (char) END).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] list(EdfAnnotation annotation, long startNs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ascii(out, seconds(startNs + annotation.onsetNs(), true));
        if (annotation.durationNs() != EdfAnnotation.NONE) {
            out.write(LENGTH);
            ascii(out, seconds(annotation.durationNs(), false));
        }
        out.write(BAR);
        byte[] text = text(annotation.text());
        out.write(text, 0, text.length);
        out.write(BAR);
        out.write(END);
        return out.toByteArray();
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
    }

    /** A text without the characters of the format itself, not too long. */
    private static byte[] text(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .forEach(c -> clean.appendCodePoint(c >= ' ' || c == '\t' || c == '\n' || c == '\r' ? c : ' '));
        byte[] bytes = clean.toString().getBytes(StandardCharsets.UTF_8);
        int end = Math.min(bytes.length, LONGEST_TEXT_BYTES);
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Returns seconds as the format wants them: with a sign for onsets, without needless digits or an exponent. */
    static String seconds(long timeNs, boolean signed) {
        BigDecimal value = BigDecimal.valueOf(timeNs, 9).stripTrailingZeros();
        String text = value.signum() == 0 ? "0" : value.toPlainString();
        return signed && timeNs >= 0 ? '+' + text : text;
    }
}
