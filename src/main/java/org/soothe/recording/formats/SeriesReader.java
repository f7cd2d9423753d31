package org.soothe.recording.formats;

import java.util.Arrays;
import org.soothe.event.BeatSource;
import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Gives columns of bare numbers their units and their times, and makes a recording of them. Stateless. */
final class SeriesReader {
    private SeriesReader() {}

    static RrRecording toRecording(SourceFile file, RawColumns columns, Hints hints, ReadOptions options)
            throws RecordingFormatException {
        if (Double.isNaN(columns.medianRr())) {
            throw file.whole("there is no interval above 0 in it (" + columns.size() + " rows)", SourceFile.WANTED);
        }
        if (hints.source() == BeatSource.UNKNOWN) {
            hints.source(Hints.sourceIn(file.lowerName()));
        }
        UnitFinder.Found unit = UnitFinder.find(file, columns, hints, options);
        double[] rrMs = new double[columns.size()];
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] = unit.unit().toMs(columns.rr(i));
        }
        TimeFinder times = TimeFinder.find(columns, rrMs, hints);
        RecordingBuilder builder = new RecordingBuilder(file.path(), hints, unit.words(), times.meaning());
        for (int i = 0; i < rrMs.length; i++) {
            double rr = rrMs[i];
            if (!(rr > 0)) {
                builder.leftOut(columns.line(i));
            } else if (times.meaning() == TimeColumn.NONE) {
                builder.next(rr);
            } else if (times.meaning() == TimeColumn.ARRIVAL) {
                builder.arrived(rr, times.timeMs(i));
            } else {
                builder.beatAt(rr, times.timeMs(i));
            }
        }
        return builder.build(options.source());
    }

    /** Returns the middle of some numbers, the larger one of two; NaN for none. */
    static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[count / 2];
    }

    /** Returns whether a middle interval is one of a human heart at any effort: 24 to 240 beats a minute. */
    static boolean heartLike(double medianMs) {
        return medianMs >= 250 && medianMs <= 2500;
    }

    static boolean heartLike(IntervalUnit unit, double median) {
        return heartLike(unit.toMs(median));
    }
}
