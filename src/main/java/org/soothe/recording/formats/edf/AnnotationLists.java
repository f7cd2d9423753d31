package org.soothe.recording.formats.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.soothe.recording.RecordingFormatException;

/** Reads the annotation lists of one data record, as drawn in {@link AnnotationRecords}. Not thread-safe. */
final class AnnotationLists {
    private static final int BAR = 0x14;
    private static final int LENGTH = 0x15;
    private static final Pattern ONSET = Pattern.compile("[+-][0-9]{1,9}(\\.[0-9]*)?");
    private static final Pattern DURATION = Pattern.compile("[0-9]{1,9}(\\.[0-9]*)?");

    private final Path path;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private long recordStartNs;

    AnnotationLists(Path path, byte[] bytes, int from, int to) {
        this.path = path;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    void read(List<EdfAnnotation> annotations) throws RecordingFormatException {
        int at = from;
        boolean first = true;
        while (at < to && bytes[at] != 0) {
            int end = find(at, 0);
            int bar = find(at, BAR);
            if (bar >= end) {
                throw wrong(at);
            }
            int length = Math.min(find(at, LENGTH), bar);
            long onsetNs = ns(ONSET, at, length);
            long durationNs = length < bar ? ns(DURATION, length + 1, bar) : EdfAnnotation.NONE;
            if (first) {
                recordStartNs = onsetNs;
                first = false;
            }
            int text = bar + 1;
            while (text < end) {
                int next = Math.min(find(text, BAR), end);
                if (next > text) {
                    annotations.add(new EdfAnnotation(
                            onsetNs, durationNs, new String(bytes, text, next - text, StandardCharsets.UTF_8)));
                }
                text = next + 1;
            }
            at = end + 1;
        }
    }

    /** Returns the onset of the first list: the start of the record. */
    long recordStartNs() {
        return recordStartNs;
    }

    private int find(int start, int wanted) {
        int at = start;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private long ns(Pattern pattern, int start, int end) throws RecordingFormatException {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        if (text.length() > 40 || !pattern.matcher(text).matches()) {
            throw wrong(start);
        }
        return new BigDecimal(text).movePointRight(9).longValue();
    }

    private RecordingFormatException wrong(int at) {
        return new RecordingFormatException(
                path, "the annotations at byte " + at + " are damaged", "lists of onset, duration and text");
    }
}
