package org.soothe.recording.formats.edf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes EDF+ without interruptions. Stateless.
 *
 * <pre>header, all of it ASCII:  8 version | 80 person | 80 recording | 8 date | 8 time | 8 header bytes | 44 EDF+C
 *                           8 records | 8 seconds per record | 4 signals
 * of each signal, field by field:  16 label | 80 transducer | 8 unit | 8 physical min | 8 max | 8 digital min | 8 max
 *                           80 filter | 8 samples per record | 32
 * then the records: the samples of each signal, two bytes each, low byte first</pre>
 */
public final class EdfWriter {
    private static final int SIGNAL_BYTES = 256;
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };

    private EdfWriter() {}

    /**
     * Writes a file whose records last one second.
     *
     * @throws IllegalArgumentException if a signal has no whole number of samples per second
     */
    public static void write(EdfFile file, OutputStream out) throws IOException {
        int recordCount = 1;
        for (EdfSignal signal : file.signals()) {
            if (signal.rateHz() != Math.rint(signal.rateHz())) {
                throw new IllegalArgumentException(
                        "rateHz of " + signal.label() + " must be whole, was " + signal.rateHz());
            }
            int perRecord = (int) signal.rateHz();
            recordCount = Math.max(recordCount, (signal.size() + perRecord - 1) / perRecord);
        }
        LocalDateTime start = file.startedAt();
        long fractionNs = start == null ? 0 : start.getLong(ChronoField.NANO_OF_SECOND);
        AnnotationRecords annotations =
                new AnnotationRecords(file.annotations(), recordCount, 1_000_000_000L, fractionNs);
        out.write(header(file, recordCount, annotations.size() / 2).getBytes(StandardCharsets.US_ASCII));
        for (int record = 0; record < recordCount; record++) {
            for (EdfSignal signal : file.signals()) {
                int perRecord = (int) signal.rateHz();
                out.write(bytes(signal.slice(record * perRecord, (record + 1) * perRecord)));
            }
            out.write(annotations.record(record));
        }
    }

    private static byte[] bytes(short[] samples) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(samples);
        return buffer.array();
    }

    private static String header(EdfFile file, int recordCount, int annotationSamples) {
        int count = file.signals().size() + 1;
        LocalDateTime start = file.startedAt();
        StringBuilder out = new StringBuilder();
        field(out, "0", 8);
        field(out, word(file.subject()) + " X X X", 80);
        field(out, "Startdate " + longDate(start) + " X X " + word(file.equipment()), 80);
        field(out, start == null ? "01.01.85" : shortDate(start), 8);
        field(out, start == null ? "00.00.00" : time(start), 8);
        field(out, Integer.toString(SIGNAL_BYTES * (count + 1)), 8);
        field(out, "EDF+C", 44);
        field(out, Integer.toString(recordCount), 8);
        field(out, "1", 8);
        field(out, Integer.toString(count), 4);
        List<EdfSignal> signals = new ArrayList<>(file.signals());
        signals.add(new EdfSignal("EDF Annotations", "", -1, 1, -32768, 32767, annotationSamples, new short[0]));
        fields(out, signals);
        return out.toString();
    }

    private static void fields(StringBuilder out, List<EdfSignal> signals) {
        signals.forEach(signal -> field(out, signal.label(), 16));
        signals.forEach(signal -> field(out, "", 80));
        signals.forEach(signal -> field(out, signal.dimension(), 8));
        signals.forEach(signal -> field(out, number(signal.physicalMin()), 8));
        signals.forEach(signal -> field(out, number(signal.physicalMax()), 8));
        signals.forEach(signal -> field(out, Integer.toString(signal.digitalMin()), 8));
        signals.forEach(signal -> field(out, Integer.toString(signal.digitalMax()), 8));
        signals.forEach(signal -> field(out, "", 80));
        signals.forEach(signal -> field(out, Integer.toString((int) signal.rateHz()), 8));
        signals.forEach(signal -> field(out, "", 32));
    }

    /** Returns a number in at most eight characters. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        for (int decimals = 6; decimals >= 0; decimals--) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            if (text.length() <= 8) {
                return text;
            }
        }
        throw new IllegalArgumentException("a physical limit of " + value + " does not fit into eight characters");
    }

    private static String word(String text) {
        String word = text.strip().replace(' ', '_');
        return word.isEmpty() ? "X" : word;
    }

    private static String longDate(@Nullable LocalDateTime start) {
        return start == null
                ? "X"
                : String.format(
                        Locale.ROOT,
                        "%02d-%s-%04d",
                        start.getDayOfMonth(),
                        MONTHS[start.getMonthValue() - 1],
                        start.getYear());
    }

    private static String shortDate(LocalDateTime start) {
        return String.format(
                Locale.ROOT, "%02d.%02d.%02d", start.getDayOfMonth(), start.getMonthValue(), start.getYear() % 100);
    }

    private static String time(LocalDateTime start) {
        return String.format(Locale.ROOT, "%02d.%02d.%02d", start.getHour(), start.getMinute(), start.getSecond());
    }

    /** Appends a text of a fixed width, with a question mark for what is no printable ASCII. */
    private static void field(StringBuilder out, String text, int width) {
        for (int i = 0; i < width; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            out.append(c >= ' ' && c <= '~' ? c : '?');
        }
    }
}
