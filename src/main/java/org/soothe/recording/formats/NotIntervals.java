package org.soothe.recording.formats;

import java.util.Locale;
import org.soothe.recording.RecordingFormatException;

/** Says in words what a file without intervals seems to be. Stateless. */
final class NotIntervals {
    private NotIntervals() {}

    /** A table with column names, none of which is an interval's. */
    static RecordingFormatException table(SourceFile file, int line, String header, ColumnName[] names) {
        StringBuilder all = new StringBuilder();
        for (ColumnName name : names) {
            all.append(' ').append(name.name().toLowerCase(Locale.ROOT));
        }
        String seen = all.toString();
        String wanted = "a column of RR intervals such as rr_ms, or its name with --column";
        if (has(seen, "sdnn") || has(seen, "rmssd")) {
            return file.whole("this seems to be a table of results", wanted);
        }
        if (has(seen, "stress") || has(seen, "label") || has(seen, "condition")) {
            return file.whole("this seems to be a table of labels (columns" + seen + ")", wanted);
        }
        if (has(seen, "ecg") || has(seen, "ppg") || has(seen, "bvp") || has(seen, "rsp")) {
            return file.whole("this seems to be a raw wave (columns" + seen + ")", wanted + "; find the beats first");
        }
        if (has(seen, "breath") || (has(seen, "resp") && !has(seen, "hr"))) {
            return file.whole("this seems to be a breathing rate (columns" + seen + ")", wanted);
        }
        if (has(seen, "hr") || has(seen, "bpm") || has(seen, "heart")) {
            return file.whole("this seems to hold heart rates, not intervals (columns" + seen + ")", wanted);
        }
        return file.line(line, header, wanted);
    }

    /** The samples of a raw wave after its start and its rate, as wristbands write them: no row is an interval. */
    static boolean rawWave(SourceFile file) throws RecordingFormatException {
        Cells cells = Cells.words();
        if (file.lines().size() < 3) {
            return false;
        }
        double start = cells.number(file.lines().get(0).trim());
        double rate = cells.number(file.lines().get(1).trim());
        return start > 1e9 && rate >= 1 && rate <= 1024;
    }

    private static boolean has(String text, String word) {
        return text.contains(word);
    }
}
