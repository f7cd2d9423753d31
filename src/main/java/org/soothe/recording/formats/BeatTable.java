package org.soothe.recording.formats;

import java.util.List;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;

/** Reads tables of beats: a sample number and a symbol per line. Stateless. */
final class BeatTable {
    private BeatTable() {}

    static RrRecording read(
            SourceFile file, ReadOptions options, Cells cells, int from, int sampleColumn, int symbolColumn)
            throws RecordingFormatException {
        return annotations(file, options, cells, from, sampleColumn, symbolColumn)
                .toRecording(options);
    }

    /** Reads a table with the header {@code sample,symbol}. */
    static BeatAnnotations annotations(SourceFile file, ReadOptions options) throws RecordingFormatException {
        List<String> lines = file.lines();
        String[] names = new String[2];
        Cells cells = Cells.recognise(lines);
        if (lines.isEmpty()
                || cells.split(lines.get(0), names) != 2
                || new ColumnName(names[0]).role() != ColumnName.Role.SAMPLE
                || new ColumnName(names[1]).role() != ColumnName.Role.SYMBOL) {
            throw file.line(1, lines.isEmpty() ? "" : lines.get(0), "the column names sample,symbol");
        }
        return annotations(file, options, cells, 1, 0, 1);
    }

    private static BeatAnnotations annotations(
            SourceFile file, ReadOptions options, Cells cells, int from, int sampleColumn, int symbolColumn)
            throws RecordingFormatException {
        BeatAnnotations.Builder builder = new BeatAnnotations.Builder(file);
        List<String> lines = file.lines();
        String[] row = new String[Math.max(sampleColumn, symbolColumn) + 1];
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Cells.comment(line)) {
                continue;
            }
            int count = cells.split(line, row);
            double sample = count < row.length ? Double.NaN : cells.number(row[sampleColumn]);
            if (sample != Math.rint(sample) || row[symbolColumn].length() != 1) {
                throw file.line(i + 1, line, "a sample number and a symbol such as 370,N");
            }
            builder.mark((long) sample, row[symbolColumn].charAt(0));
        }
        return builder.build("a table of beats", options, Double.NaN);
    }
}
