package org.soothe.recording.formats;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/**
 * Reads back our own CSV set: {@code rr_raw.csv} and, if it lies beside it, {@code events.csv}. The events come out as they
 * arrived, packet by packet, so that a replay gives the same snapshots. Stateless.
 */
final class CsvSetReader {
    private static final String HEADER =
            "beat_index,t_s,rr_ms,source,segment,arrival_s,event_index,contact,sensor_heart_rate_bpm";
    private static final String ROW = "a row of rr_raw.csv such as 0,0.8,800,STRAP,1,0.9,3,PRESENT,75";
    private static final int COLUMNS = 9;
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    private CsvSetReader() {}

    static boolean looksLike(SourceFile file) throws RecordingFormatException {
        return !file.lines().isEmpty() && file.lines().get(0).equals(HEADER);
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        TreeMap<Integer, Event> events = new TreeMap<>();
        double[] rawMs = packets(file, events);
        Path beside = file.path().resolveSibling("events.csv");
        List<String> notes = new ArrayList<>();
        if (Files.isRegularFile(beside)) {
            SourceFile more = SourceFile.read(beside);
            for (Map.Entry<Integer, Event> event : CsvSetEvents.read(more).entrySet()) {
                if (events.put(event.getKey(), event.getValue()) != null) {
                    throw more.whole("event_index " + event.getKey() + " stands in both files", "one set of files");
                }
            }
        } else {
            notes.add("There is no events.csv beside it: phases, markers and gaps of the sensor are not known.");
        }
        long lastNs = Long.MIN_VALUE;
        for (Event event : events.values()) {
            if (event.timeNs() < lastNs) {
                notes.add("The events are not in the order of time.");
                break;
            }
            lastNs = event.timeNs();
        }
        BeatSource told = options.source();
        BeatSource source = told == null ? source(file) : told;
        return new RrRecording(
                file.path(),
                "CSV set of soothe",
                "milliseconds (from the format)",
                TimeColumn.ARRIVAL,
                source,
                rawMs,
                List.copyOf(events.values()),
                notes);
    }

    private static BeatSource source(SourceFile file) throws RecordingFormatException {
        List<String> cells = Arrays.asList(file.lines().get(1).split(",", -1));
        BeatSource source = named(BeatSource.class, cells.get(3));
        if (source == null) {
            throw file.line(2, cells.get(3), "STRAP, ECG, PULSE or UNKNOWN");
        }
        return source;
    }

    private static double[] packets(SourceFile file, Map<Integer, Event> events) throws RecordingFormatException {
        List<String> lines = file.lines();
        double[] rawMs = new double[lines.size()];
        int size = 0;
        double[] packet = new double[64];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            String[] row = cells(file, i);
            double rrMs = number(file, i, row[2]);
            if (rrMs > 0) {
                rawMs[size++] = rrMs;
            }
            if (count == packet.length) {
                packet = Arrays.copyOf(packet, 2 * count);
            }
            packet[count++] = rrMs;
            boolean last = i + 1 == lines.size() || !cells(file, i + 1)[6].equals(row[6]);
            if (last) {
                int index = Integer.parseInt(row[6]);
                if (events.put(index, packet(file, i, row, Arrays.copyOf(packet, count))) != null) {
                    throw file.line(i + 1, lines.get(i), "rows of one event_index side by side");
                }
                count = 0;
            }
        }
        if (size == 0) {
            throw file.whole("there is no interval above 0 in it (" + (lines.size() - 1) + " rows)", ROW);
        }
        return Arrays.copyOf(rawMs, size);
    }

    private static String[] cells(SourceFile file, int i) throws RecordingFormatException {
        String line = file.lines().get(i);
        String[] row = line.split(",", -1);
        if (row.length != COLUMNS || !INDEX.matcher(row[6]).matches()) {
            throw file.line(i + 1, line, ROW);
        }
        return row;
    }

    private static RrPacket packet(SourceFile file, int i, String[] row, double[] rrMs)
            throws RecordingFormatException {
        SensorContact contact = named(SensorContact.class, row[7]);
        long arrivalNs = seconds(file, i, row[5]);
        if (contact == null) {
            throw file.line(i + 1, row[7], "UNSUPPORTED, LOST or PRESENT");
        }
        double bpm = row[8].isEmpty() ? Double.NaN : number(file, i, row[8]);
        return new RrPacket(arrivalNs, contact, bpm, RrIntervals.ofMs(rrMs));
    }

    static long seconds(SourceFile file, int i, String text) throws RecordingFormatException {
        if (!SECONDS.matcher(text).matches()) {
            throw file.line(i + 1, text, "a time in seconds with at most nine decimals");
        }
        return new BigDecimal(text).movePointRight(9).longValueExact();
    }

    private static double number(SourceFile file, int i, String text) throws RecordingFormatException {
        double value = Cells.commas().number(text);
        if (Double.isNaN(value)) {
            throw file.line(i + 1, text, "a number");
        }
        return value;
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }
}
