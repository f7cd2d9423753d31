package org.soothe.recording.formats;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.BreathingMode;
import org.soothe.event.EnergyExpended;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.MarkerKind;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SelfReport;
import org.soothe.event.SelfReportItem;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.event.TimePassed;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.formats.export.EventColumns;

/** Reads the {@code events.csv} of our own CSV set. Not thread-safe. */
final class CsvSetEvents {
    private static final String WANTED = "an event as soothe export writes it";

    private final SourceFile file;
    private final QuotedCsv.Row row;

    private CsvSetEvents(SourceFile file, QuotedCsv.Row row) {
        this.file = file;
        this.row = row;
    }

    /** Returns the events by their index. */
    static Map<Integer, Event> read(SourceFile file) throws RecordingFormatException {
        List<QuotedCsv.Row> rows = QuotedCsv.rows(file.text());
        if (rows.isEmpty() || !rows.get(0).cells().equals(EventColumns.NAMES)) {
            throw file.line(1, file.lines().get(0), "the columns " + String.join(",", EventColumns.NAMES));
        }
        Map<Integer, Event> events = new TreeMap<>();
        for (QuotedCsv.Row row : rows.subList(1, rows.size())) {
            CsvSetEvents reader = new CsvSetEvents(file, row);
            if (row.cells().size() != EventColumns.NAMES.size()) {
                throw reader.wrong(EventColumns.NAMES.size() + " columns");
            }
            int index = (int) reader.whole(0);
            if (events.put(index, reader.event()) != null) {
                throw reader.wrong("each event_index once");
            }
        }
        return events;
    }

    private Event event() throws RecordingFormatException {
        long timeNs = CsvSetReader.seconds(file, row.lineCount() - 1, cell(1));
        return switch (cell(2)) {
            case "PHASE" -> new PhaseStart(timeNs, named(Phase.class, 3), named(BreathingMode.class, 5));
            case "MARKER" -> new Marker(timeNs, named(MarkerKind.class, 3), cell(5));
            case "RATING" -> rating(timeNs);
            case "PACER" ->
                new PacerSetting(
                        timeNs, named(PacerMode.class, 3), number(4), number(6), number(7), number(8), number(9));
            case "SENSOR" -> new SensorStatus(timeNs, named(SensorState.class, 3), cell(5));
            case "SENSOR_IS" -> new SensorIdentity(timeNs, "recorded", cell(5), "", named(BeatSource.class, 3), "");
            case "BATTERY" -> new BatteryLevel(timeNs, (int) whole(4));
            case "ENERGY" -> new EnergyExpended(timeNs, (int) whole(4));
            case "TIME_PASSED" -> new TimePassed(timeNs);
            case "NO_INTERVALS" -> new RrPacket(timeNs, named(SensorContact.class, 3), number(4), RrIntervals.none());
            default -> throw wrong(WANTED);
        };
    }

    private SelfReport rating(long timeNs) throws RecordingFormatException {
        long points = whole(4);
        if (points > 10) {
            throw wrong("a rating from 0 to 10");
        }
        return new SelfReport(timeNs, named(SelfReportItem.class, 3), (int) points);
    }

    private String cell(int column) {
        return row.cells().get(column);
    }

    private double number(int column) throws RecordingFormatException {
        double value = Cells.commas().number(cell(column));
        if (Double.isNaN(value) && !cell(column).isEmpty()) {
            throw wrong("a number");
        }
        return value;
    }

    private long whole(int column) throws RecordingFormatException {
        double value = number(column);
        if (!(value >= 0 && value < 1e9) || value != Math.rint(value)) {
            throw wrong("a whole number");
        }
        return (long) value;
    }

    private <E extends Enum<E>> E named(Class<E> type, int column) throws RecordingFormatException {
        @Nullable E constant = CsvSetReader.named(type, cell(column));
        if (constant == null) {
            throw wrong(WANTED);
        }
        return constant;
    }

    private RecordingFormatException wrong(String expected) {
        return file.line(row.lineCount(), String.join(",", row.cells()), expected);
    }
}
