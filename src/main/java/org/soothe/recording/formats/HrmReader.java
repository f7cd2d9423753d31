package org.soothe.recording.formats;

import java.util.List;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;

/** Reads files of Polar watches: sections in square brackets; {@code [HRData]} holds one interval in ms per line. Stateless. */
final class HrmReader {
    private static final String DATA = "[HRData]";
    /** The watch writes 238 for "each line is an RR interval"; other numbers are seconds between heart rates. */
    private static final String RR_MODE = "Interval=238";

    private HrmReader() {}

    static boolean looksLike(SourceFile file) throws RecordingFormatException {
        return file.extension().equals("hrm")
                || (!file.lines().isEmpty() && file.lines().get(0).trim().equals("[Params]"));
    }

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        List<String> lines = file.lines();
        Cells cells = Cells.words();
        RawColumns columns = new RawColumns(false);
        boolean inData = false;
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (line.startsWith("[")) {
                inData = line.equals(DATA);
                found |= inData;
            } else if (line.startsWith("Interval=") && !line.equals(RR_MODE)) {
                throw file.line(i + 1, line, RR_MODE + ", the mode in which the watch stores RR intervals");
            } else if (inData && !line.isEmpty()) {
                double value = cells.number(line);
                if (Double.isNaN(value)) {
                    throw file.line(i + 1, line, "an RR interval in milliseconds");
                }
                columns.add(i + 1, value, Double.NaN);
            }
        }
        if (!found) {
            throw file.whole("there is no section " + DATA + " in it", "a Polar watch file (.hrm) with RR intervals");
        }
        Hints hints =
                new Hints("Polar watch file (.hrm)").source(BeatSource.STRAP).unit(IntervalUnit.MS, "the format .hrm");
        return SeriesReader.toRecording(file, columns, hints, options);
    }
}
