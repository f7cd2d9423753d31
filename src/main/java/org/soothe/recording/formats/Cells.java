package org.soothe.recording.formats;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;

/** Takes the lines of a table apart: which character parts the cells, and what number a cell holds. Immutable. */
final class Cells {
    private static final char BLANK = ' ';

    private final char delimiter;
    private final boolean decimalComma;

    private Cells(char delimiter, boolean decimalComma) {
        this.delimiter = delimiter;
        this.decimalComma = decimalComma;
    }

    /** Recognises the delimiter from the first lines that hold data: tab, semicolon, comma, else blanks. */
    static Cells recognise(List<String> lines) {
        char delimiter = BLANK;
        int seen = 0;
        int smallWhole = 0;
        for (int i = 0; i < lines.size() && seen < 50; i++) {
            String line = lines.get(i);
            if (comment(line)) {
                continue;
            }
            seen++;
            delimiter = stronger(delimiter, line);
            smallWhole += line.trim().matches("[0-2],[0-9]{1,6}") ? 1 : 0;
        }
        boolean secondsWithComma = delimiter == ',' && smallWhole >= 1 && smallWhole >= seen - 1 && seen > 2;
        return secondsWithComma ? new Cells(BLANK, true) : new Cells(delimiter, delimiter != ',');
    }

    /** Returns cells parted by blanks. */
    static Cells words() {
        return new Cells(BLANK, false);
    }

    /** Returns cells parted by commas. */
    static Cells commas() {
        return new Cells(',', false);
    }

    private static char stronger(char delimiter, String line) {
        if (delimiter == '\t' || line.indexOf('\t') >= 0) {
            return '\t';
        }
        if (delimiter == ';' || line.indexOf(';') >= 0) {
            return ';';
        }
        return delimiter == ',' || line.indexOf(',') >= 0 ? ',' : BLANK;
    }

    /** Returns whether a line holds no data: empty, or a comment. */
    static boolean comment(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' || c == '%') {
                return true;
            }
            if (c > BLANK) {
                return false;
            }
        }
        return true;
    }

    /**
     * Parts a line into at most {@code cells.length} cells without blanks and quotes around them.
     *
     * @return how many cells the line has
     */
    int split(String line, String[] cells) {
        int count = 0;
        int at = 0;
        int length = line.length();
        while (at <= length) {
            int end = delimiter == BLANK ? blank(line, at) : line.indexOf(delimiter, at);
            end = end < 0 ? length : end;
            if (delimiter != BLANK || end > at) {
                if (count < cells.length) {
                    cells[count] = bare(line, at, end);
                }
                count++;
            }
            at = end + 1;
        }
        return count;
    }

    private static int blank(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) <= BLANK) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String line, int from, int to) {
        String cell = line.substring(from, to).trim();
        int last = cell.length() - 1;
        return last > 0 && cell.charAt(0) == '"' && cell.charAt(last) == '"'
                ? cell.substring(1, last).trim()
                : cell;
    }

    /** Returns whether a cell says that its value is missing. */
    static boolean missing(String cell) {
        return switch (cell) {
            case "",
                    "-",
                    "--",
                    "NA",
                    "N/A",
                    "na",
                    "NaN",
                    "nan",
                    "NAN",
                    "null",
                    "None",
                    "inf",
                    "Inf",
                    "-inf",
                    "-Inf",
                    "Infinity",
                    "-Infinity" -> true;
            default -> false;
        };
    }

    /** Returns the finite number in a cell, or NaN where there is none. */
    double number(String cell) {
        if (cell.isEmpty() || cell.charAt(0) > '9') {
            return Double.NaN;
        }
        char last = cell.charAt(cell.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            // Double.parseDouble would take the letters d and f for a Java literal's.
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(decimalComma ? cell.replace(',', '.') : cell);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Returns the time in a cell: a number, or a clock time or date and time in seconds; NaN where there is neither. */
    double time(String cell) {
        double value = number(cell);
        if (!Double.isNaN(value) || cell.indexOf(':') < 0) {
            return value;
        }
        String text = cell.replace(BLANK, 'T').replace(',', '.');
        try {
            if (text.indexOf('T') < 0) {
                return LocalTime.parse(text).toNanoOfDay() / 1e9;
            }
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
            LocalDateTime local = zoned
                    ? OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                    : LocalDateTime.parse(text);
            return local.toEpochSecond(ZoneOffset.UTC) + local.getLong(ChronoField.NANO_OF_SECOND) / 1e9;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
