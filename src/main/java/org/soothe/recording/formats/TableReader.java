package org.soothe.recording.formats;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Reads text with one interval per line: alone, after a time, or in a column with a name. Stateless. */
final class TableReader {
    private static final String INTERVAL = "an RR interval such as 812 or 0.812";
    private static final int MOST_COLUMNS = 64;

    private final SourceFile file;
    private final ReadOptions options;
    private final List<String> lines;
    private final Cells cells;
    private final String[] row = new String[MOST_COLUMNS];

    private TableReader(SourceFile file, ReadOptions options) throws RecordingFormatException {
        this.file = file;
        this.options = options;
        this.lines = file.lines();
        this.cells = Cells.recognise(lines);
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        return new TableReader(file, options).read();
    }

    private RrRecording read() throws RecordingFormatException {
        int first = firstDataLine();
        int columnCount = cells.split(lines.get(first), row);
        if (columnCount > MOST_COLUMNS) {
            throw file.line(first + 1, lines.get(first), "at most " + MOST_COLUMNS + " columns");
        }
        if (header(columnCount)) {
            if (singleColumn(first)) {
                return withHeader(
                        first, new ColumnName[] {new ColumnName(lines.get(first).trim())});
            }
            ColumnName[] names = new ColumnName[columnCount];
            for (int i = 0; i < columnCount; i++) {
                names[i] = new ColumnName(row[i]);
            }
            return withHeader(first, names);
        }
        return withoutHeader(first, columnCount);
    }

    private int firstDataLine() throws RecordingFormatException {
        for (int i = 0; i < lines.size(); i++) {
            if (!Cells.comment(lines.get(i))) {
                return i;
            }
        }
        throw file.whole("the file holds comments and empty lines only", SourceFile.WANTED);
    }

    /** A header has no number in it, and more than marks of missing values. */
    private boolean header(int columnCount) {
        boolean named = false;
        for (int i = 0; i < columnCount; i++) {
            if (!Double.isNaN(cells.time(row[i]))) {
                return false;
            }
            named |= !Cells.missing(row[i]);
        }
        return named;
    }

    /** Returns whether the lines after the header hold one number each, so that blanks in the header part no columns. */
    private boolean singleColumn(int header) {
        for (int i = header + 1; i < lines.size(); i++) {
            if (!Cells.comment(lines.get(i))) {
                return cells.split(lines.get(i), new String[1]) == 1;
            }
        }
        return false;
    }

    private RrRecording withHeader(int first, ColumnName[] names) throws RecordingFormatException {
        AppLayout app = options.column() == null ? AppLayout.of(names) : null;
        if (app != null) {
            int interval = app.intervalColumn(names);
            int when = app.timeColumn(names);
            Hints known = app.hints();
            RawColumns columns = rows(first + 1, interval, when, Math.max(interval, when) + 1, known);
            return SeriesReader.toRecording(file, columns, known, options);
        }
        int rr = column(names);
        if (rr < 0) {
            if (find(names, ColumnName.Role.SAMPLE) >= 0 && find(names, ColumnName.Role.SYMBOL) >= 0) {
                return BeatTable.read(
                        file,
                        options,
                        cells,
                        first + 1,
                        find(names, ColumnName.Role.SAMPLE),
                        find(names, ColumnName.Role.SYMBOL));
            }
            throw NotIntervals.table(file, first + 1, lines.get(first), names);
        }
        int time = find(names, ColumnName.Role.TIME);
        Hints hints =
                new Hints("CSV with header").unit(names[rr].unit(), "the column name \"" + names[rr].name() + "\"");
        String lower = names[rr].name().toLowerCase(Locale.ROOT);
        hints.source(lower.startsWith("pp") ? BeatSource.PULSE : Hints.sourceIn(lower));
        if (time >= 0) {
            hints.timeUnitMs(names[time].timeUnitMs());
            if (names[time].arrival()) {
                hints.time(TimeColumn.ARRIVAL);
            }
        }
        RawColumns columns = rows(first + 1, rr, time, Math.max(rr, time) + 1, hints);
        return SeriesReader.toRecording(file, columns, hints, options);
    }

    /** Returns the index of the column with the intervals, as told or by its name; -1 where there is none. */
    private int column(ColumnName[] names) throws RecordingFormatException {
        String told = options.column();
        if (told == null) {
            return find(names, ColumnName.Role.INTERVAL);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].name().equalsIgnoreCase(told)) {
                return i;
            }
        }
        return number(told, names.length);
    }

    private int number(String told, int columnCount) throws RecordingFormatException {
        double number = cells.number(told);
        if (number >= 1 && number <= columnCount && number == Math.rint(number)) {
            return (int) number - 1;
        }
        throw file.whole(
                "there is no column \"" + told + "\" (of " + columnCount + ")", "a name or number for --column");
    }

    private static int find(ColumnName[] names, ColumnName.Role role) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].role() == role) {
                return i;
            }
        }
        return -1;
    }

    private RrRecording withoutHeader(int first, int columnCount) throws RecordingFormatException {
        Hints hints = new Hints("RR text");
        for (int i = 0; i < lines.size(); i++) {
            if (Cells.comment(lines.get(i)) && !lines.get(i).isBlank()) {
                hints.words(lines.get(i));
            }
        }
        String told = options.column();
        if (told != null) {
            int rr = number(told, columnCount);
            return SeriesReader.toRecording(file, rows(first, rr, -1, rr + 1, hints), hints, options);
        }
        if (columnCount == 1) {
            RawColumns columns = rows(first, 0, -1, 1, hints);
            return columns.growing()
                    ? BeatList.read(file, columns, hints, options)
                    : SeriesReader.toRecording(file, columns, hints, options);
        }
        if (columnCount == 2) {
            RawColumns columns = rows(first, 1, 0, 2, hints);
            boolean timeIsSecond = columns.growing();
            return SeriesReader.toRecording(file, timeIsSecond ? columns.swapped() : columns, hints, options);
        }
        throw file.line(
                first + 1,
                lines.get(first),
                "one interval, or a time and an interval; else tell which column with --column");
    }

    /** Reads the two columns from a line on; a cell that says "missing" becomes NaN, anything else that is no number an error. */
    private RawColumns rows(int from, int rr, int time, int atLeast, Hints hints) throws RecordingFormatException {
        RawColumns out = new RawColumns(time >= 0);
        boolean timeLost = false;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            file.done(i);
            if (Cells.comment(line)) {
                continue;
            }
            int count = cells.split(line, row);
            if (count < atLeast) {
                throw file.line(i + 1, line, atLeast + " columns");
            }
            double interval = value(i, row[rr]);
            double at = time < 0 ? Double.NaN : cells.time(row[time]);
            timeLost |= time >= 0 && Double.isNaN(at);
            out.add(i + 1, interval, at);
        }
        if (timeLost) {
            hints.note("The time column could not be read on every line and is not used.");
            return out.withoutTime();
        }
        return out;
    }

    private double value(int index, @Nullable String cell) throws RecordingFormatException {
        String text = cell == null ? "" : cell;
        double value = cells.number(text);
        if (Double.isNaN(value) && !Cells.missing(text)) {
            throw file.line(index + 1, lines.get(index), INTERVAL);
        }
        return value;
    }
}
