package org.soothe.recording.formats;

import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.formats.fit.FitReader;

/**
 * Reads the RR intervals of FIT files. The messages carry no time of their own, so the intervals follow each other. Stateless.
 */
final class FitImport {
    private FitImport() {}

    static RrRecording read(SourceFile file, ReadOptions options) throws RecordingFormatException {
        double[] rrMs = FitReader.rrMs(file.path(), file.bytes());
        RawColumns columns = new RawColumns(false);
        for (int i = 0; i < rrMs.length; i++) {
            columns.add(i + 1, rrMs[i], Double.NaN);
        }
        Hints hints = new Hints("FIT file of a sports watch")
                .source(BeatSource.STRAP)
                .unit(IntervalUnit.MS, "the format FIT, 1/1000 s");
        hints.note("FIT keeps no times for intervals: gaps of the watch cannot be seen, and optical watches give PRV"
                + " (say --source pulse for one).");
        return SeriesReader.toRecording(file, columns, hints, options);
    }
}
