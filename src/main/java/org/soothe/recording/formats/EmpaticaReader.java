package org.soothe.recording.formats;

import java.util.List;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/**
 * Reads the {@code IBI.csv} of Empatica wristbands: first line the start (unix seconds) and the word IBI, then the time of
 * the beat since the start and the interval before it, both in seconds. Beats that the wristband does not trust are left
 * out, so the times show gaps. Stateless.
 */
final class EmpaticaReader {
    private EmpaticaReader() {}

    static boolean looksLike(SourceFile file) throws RecordingFormatException {
        if (file.lines().isEmpty()) {
            return false;
        }
        String first = file.lines().get(0);
        int comma = first.indexOf(',');
        return comma > 0 && first.substring(comma + 1).trim().equals("IBI");
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        List<String> lines = file.lines();
        Cells cells = Cells.commas();
        String[] row = new String[2];
        RawColumns columns = new RawColumns(true);
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Cells.comment(line)) {
                continue;
            }
            int count = cells.split(line, row);
            double time = count == 2 ? cells.number(row[0]) : Double.NaN;
            double interval = count == 2 ? cells.number(row[1]) : Double.NaN;
            if (Double.isNaN(time) || Double.isNaN(interval)) {
                throw file.line(i + 1, line, "seconds since the start and an interval in seconds, such as 15.95,0.859");
            }
            columns.add(i + 1, interval, time);
        }
        Hints hints = new Hints("Empatica wristband IBI")
                .source(BeatSource.PULSE)
                .unit(IntervalUnit.S, "the format IBI.csv")
                .time(TimeColumn.BEAT)
                .timeUnitMs(1000);
        return SeriesReader.toRecording(file, columns, hints, options);
    }
}
