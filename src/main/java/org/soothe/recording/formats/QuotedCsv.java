package org.soothe.recording.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a comma separated text apart whose cells may be in quotes, with commas, line ends and doubled quotes inside (RFC
 * 4180). Stateless.
 */
final class QuotedCsv {
    private QuotedCsv() {}

    /**
     * One row. Immutable.
     *
     * @param lineCount the line it begins on, counted from 1
     * @param cells its cells without quotes
     */
    record Row(int lineCount, List<String> cells) {}

    static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int rowLine = 1;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                boolean pair = c == '"' && i + 1 < length && text.charAt(i + 1) == '"';
                if (pair) {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.length() == 0) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                rows.add(new Row(rowLine, List.copyOf(cells)));
                cells.clear();
                rowLine = line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (cell.length() > 0 || !cells.isEmpty()) {
            cells.add(cell.toString());
            rows.add(new Row(rowLine, List.copyOf(cells)));
        }
        return rows;
    }
}
