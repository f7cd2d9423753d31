package org.soothe.recording.formats.edf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RecordingFormatException;

/**
 * Reads EDF and EDF+, with and without interruptions; the layout is drawn in {@link EdfWriter}. Not thread-safe; one per
 * file.
 */
public final class EdfReader {
    private static final String WANTED = "an EDF or EDF+ file";
    private static final int HEADER_BYTES = 256;
    private static final int MOST_SIGNALS = 512;
    private static final String ANNOTATIONS = "EDF Annotations";
    /** Two digits of a year: 85 to 99 are of the last century. */
    private static final int CENTURY_TURN = 85;

    private final Path path;
    private final byte[] bytes;
    private int count;
    private int recordCount;
    private double recordS;
    private int[] perRecord = new int[0];

    private EdfReader(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Returns whether bytes begin as a file of this format does. */
    public static boolean looksLike(byte[] bytes) {
        if (bytes.length < 2 * HEADER_BYTES
                || !new String(bytes, 0, 8, StandardCharsets.ISO_8859_1).equals("0       ")) {
            return false;
        }
        for (int i = 0; i < HEADER_BYTES; i++) {
            if (bytes[i] == '\n') {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a whole file.
     *
     * @param path for messages
     * @param bytes the file
     * @throws RecordingFormatException when it is damaged or something else
     */
    public static EdfFile read(Path path, byte[] bytes) throws RecordingFormatException {
        if (!looksLike(bytes)) {
            throw new RecordingFormatException(path, "the file does not begin as EDF does", WANTED);
        }
        return new EdfReader(path, bytes).read();
    }

    private EdfFile read() throws RecordingFormatException {
        count = whole(252, 4, "number of signals", 1, MOST_SIGNALS);
        int headerBytes = HEADER_BYTES * (count + 1);
        if (whole(184, 8, "length of the header", 0, Integer.MAX_VALUE) != headerBytes || bytes.length < headerBytes) {
            throw wrong("the header is not " + headerBytes + " bytes long, as its " + count + " signals need");
        }
        recordS = number(244, 8, "length of a data record");
        perRecord = new int[count];
        long recordBytes = 0;
        for (int s = 0; s < count; s++) {
            perRecord[s] = whole(at(216, 8, s), 8, "samples per record of signal " + (s + 1), 1, 10_000_000);
            recordBytes += 2L * perRecord[s];
        }
        recordCount = records(headerBytes, recordBytes);
        List<EdfAnnotation> annotations = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        annotations(headerBytes, (int) recordBytes, annotations, starts);
        long recordNs = Math.round(recordS * 1e9);
        if (starts.isEmpty()) {
            for (int r = 0; r < recordCount; r++) {
                starts.add(r * recordNs);
            }
        }
        LocalDateTime start = start();
        long firstNs = starts.isEmpty() ? 0 : starts.get(0);
        if (start != null && firstNs > 0 && firstNs < 1_000_000_000L) {
            start = start.plusNanos(firstNs);
        }
        starts.replaceAll(timeNs -> timeNs - firstNs);
        annotations.replaceAll(a -> new EdfAnnotation(a.onsetNs() - firstNs, a.durationNs(), a.text()));
        annotations.sort(Comparator.comparingLong(EdfAnnotation::onsetNs));
        String[] person = text(8, 80).split(" ", -1);
        String[] recording = text(88, 80).split(" ", -1);
        return new EdfFile(
                person[0],
                recording.length > 4 ? recording[4] : "X",
                start,
                signals(headerBytes, (int) recordBytes),
                annotations,
                recordNs,
                starts);
    }

    /** Returns how many records there are; a writer that was cut off leaves -1 in the header. */
    private int records(int headerBytes, long recordBytes) throws RecordingFormatException {
        int said = whole(236, 8, "number of data records", -1, Integer.MAX_VALUE);
        long there = (bytes.length - headerBytes) / recordBytes;
        if (said == -1) {
            return (int) there;
        }
        if (there < said) {
            throw wrong("the file ends in data record " + (there + 1) + " of " + said);
        }
        return said;
    }

    private List<EdfSignal> signals(int headerBytes, int recordBytes) throws RecordingFormatException {
        List<EdfSignal> signals = new ArrayList<>();
        int offset = 0;
        for (int s = 0; s < count; s++) {
            String label = text(at(0, 16, s), 16);
            if (!label.equals(ANNOTATIONS)) {
                signals.add(signal(s, label, samples(headerBytes + offset, recordBytes, perRecord[s])));
            }
            offset += 2 * perRecord[s];
        }
        return signals;
    }

    private EdfSignal signal(int s, String label, short[] samples) throws RecordingFormatException {
        int digitalMin = whole(at(120, 8, s), 8, "digital minimum of " + label, -32768, 32767);
        int digitalMax = whole(at(128, 8, s), 8, "digital maximum of " + label, -32768, 32767);
        double physicalMin = number(at(104, 8, s), 8, "physical minimum of " + label);
        double physicalMax = number(at(112, 8, s), 8, "physical maximum of " + label);
        if (digitalMax <= digitalMin || physicalMax == physicalMin || !(recordS > 0)) {
            throw wrong("signal " + label + " has an empty range or no duration");
        }
        return new EdfSignal(
                label,
                text(at(96, 8, s), 8),
                physicalMin,
                physicalMax,
                digitalMin,
                digitalMax,
                perRecord[s] / recordS,
                samples);
    }

    private short[] samples(int from, int recordBytes, int each) {
        short[] samples = new short[recordCount * each];
        for (int r = 0; r < recordCount; r++) {
            for (int i = 0; i < each; i++) {
                int at = from + r * recordBytes + 2 * i;
                samples[r * each + i] = (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8));
            }
        }
        return samples;
    }

    private void annotations(int headerBytes, int recordBytes, List<EdfAnnotation> annotations, List<Long> starts)
            throws RecordingFormatException {
        int offset = headerBytes;
        boolean first = true;
        for (int s = 0; s < count; s++) {
            if (text(at(0, 16, s), 16).equals(ANNOTATIONS)) {
                for (int r = 0; r < recordCount; r++) {
                    int from = offset + r * recordBytes;
                    AnnotationLists lists = new AnnotationLists(path, bytes, from, from + 2 * perRecord[s]);
                    lists.read(annotations);
                    if (first) {
                        starts.add(lists.recordStartNs());
                    }
                }
                first = false;
            }
            offset += 2 * perRecord[s];
        }
    }

    private @Nullable LocalDateTime start() throws RecordingFormatException {
        if (text(88, 80).startsWith("Startdate X")) {
            return null;
        }
        int[] parts = new int[6];
        for (int i = 0; i < 6; i++) {
            parts[i] = whole(168 + 3 * i - (i > 2 ? 1 : 0), 2, "start", 0, 99);
        }
        try {
            int year = parts[2] + (parts[2] >= CENTURY_TURN ? 1900 : 2000);
            return LocalDateTime.of(year, parts[1], parts[0], parts[3], parts[4], parts[5]);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns where a field of a signal stands: all signals' first fields come first, then all their second ones. */
    private int at(int before, int width, int signal) {
        return HEADER_BYTES + before * count + width * signal;
    }

    private String text(int at, int width) {
        return new String(bytes, at, width, StandardCharsets.ISO_8859_1).strip();
    }

    private double number(int at, int width, String what) throws RecordingFormatException {
        String text = text(at, width);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("the " + what + " at byte " + at + " is \"" + printable(text) + "\"");
        }
        throw wrong("the " + what + " at byte " + at + " is \"" + printable(text) + "\"");
    }

    private int whole(int at, int width, String what, int min, int max) throws RecordingFormatException {
        double value = number(at, width, what);
        if (value != Math.rint(value) || value < min || value > max) {
            throw wrong("the " + what + " at byte " + at + " is " + text(at, width));
        }
        return (int) value;
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private RecordingFormatException wrong(String seen) {
        return new RecordingFormatException(path, seen, WANTED);
    }
}
