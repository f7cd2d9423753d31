package org.soothe.recording.formats;

import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Reads lists that only grow: sample numbers of beats, or times of beats. Stateless. */
final class BeatList {
    private static final double UNIX_TIME = 1e8;

    private BeatList() {}

    static RrRecording read(SourceFile file, RawColumns columns, Hints hints, ReadOptions options)
            throws RecordingFormatException {
        if (!Double.isNaN(options.sampleRateHz()) || columns.wholeNumbers()) {
            return samples(file, columns, options);
        }
        return times(file, columns, hints, options);
    }

    private static RrRecording samples(SourceFile file, RawColumns columns, ReadOptions options)
            throws RecordingFormatException {
        if (Double.isNaN(options.sampleRateHz())) {
            throw file.whole(
                    columns.rr(0) >= UNIX_TIME
                            ? "this seems to be a list of clock times (" + columns.size() + " lines), such as tags"
                            : "this seems to be a list of sample numbers (" + columns.size() + " lines that only grow)",
                    "RR intervals; or, if these are beats, their samples per second with --rate (1000 for milliseconds)");
        }
        BeatAnnotations.Builder builder = new BeatAnnotations.Builder(file);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.rr(i) != Math.rint(columns.rr(i))) {
                throw file.line(columns.line(i), Double.toString(columns.rr(i)), "a whole sample number");
            }
            builder.mark((long) columns.rr(i), 'N');
        }
        return builder.build("a list of sample numbers", options, Double.NaN).toRecording(options);
    }

    /** Turns beat times in seconds or milliseconds into intervals. */
    static RrRecording times(SourceFile file, RawColumns columns, Hints hints, ReadOptions options)
            throws RecordingFormatException {
        RawColumns intervals = new RawColumns(true);
        for (int i = 1; i < columns.size(); i++) {
            intervals.add(columns.line(i), columns.rr(i) - columns.rr(i - 1), columns.rr(i));
        }
        Hints ours = new Hints("a list of beat times").source(hints.source()).unit(hints.unit(), hints.unitFrom());
        ours.time(TimeColumn.BEAT);
        if (hints.unit() == null && SeriesReader.heartLike(IntervalUnit.S, intervals.medianRr())) {
            ours.timeUnitMs(1000);
        }
        return SeriesReader.toRecording(file, intervals, ours, options);
    }
}
