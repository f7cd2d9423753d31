package org.soothe.recording.formats;

import org.soothe.recording.IntervalUnit;
import org.soothe.recording.ReadOptions;
import org.soothe.recording.RecordingFormatException;

/**
 * Finds the unit of intervals: as told, as the file says, or from the values. Stateless.
 *
 * <p>Seconds and milliseconds never overlap for a heart. Milliseconds and ticks of 1/1024 s do; a time column tells them
 * apart, because 1024 ticks last 1000 ms. Without one, whole numbers are taken for milliseconds, which is said.
 */
final class UnitFinder {
    private static final String ASK =
            "RR intervals whose unit is clear; tell it with --unit ms, --unit s or --unit ticks";

    /** A unit, and how it was found in words. */
    record Found(IntervalUnit unit, String words) {}

    private UnitFinder() {}

    static Found find(SourceFile file, RawColumns columns, Hints hints, ReadOptions options)
            throws RecordingFormatException {
        double median = columns.medianRr();
        IntervalUnit told = options.unit();
        if (told != null) {
            if (!SeriesReader.heartLike(told, median)) {
                hints.note("In " + told.words() + " the middle interval is " + text(told.toMs(median))
                        + " ms, which is no heart beat's.");
            }
            return new Found(told, told.words() + " (as told)");
        }
        IntervalUnit hinted = hints.unit();
        if (hinted != null) {
            if (SeriesReader.heartLike(hinted, median)) {
                return new Found(hinted, hinted.words() + " (from " + hints.unitFrom() + ")");
            }
            throw file.whole(
                    hints.unitFrom() + " says " + hinted.words() + ", but the middle value is " + text(median), ASK);
        }
        if (SeriesReader.heartLike(IntervalUnit.S, median)) {
            return new Found(IntervalUnit.S, "seconds (recognised: the middle value is " + text(median) + ")");
        }
        if (SeriesReader.heartLike(IntervalUnit.MS, median)) {
            return msOrTicks(columns, median);
        }
        throw file.whole(guess(columns, median), ASK);
    }

    private static Found msOrTicks(RawColumns columns, double median) {
        double ratio = columns.wholeNumbers() ? sumToSpan(columns) : Double.NaN;
        if (Math.abs(ratio - 1.024) < 0.006) {
            return new Found(
                    IntervalUnit.TICKS_1024,
                    "ticks of 1/1024 s (recognised: 1024 of them last one second of the time column)");
        }
        return new Found(IntervalUnit.MS, "milliseconds (recognised: the middle value is " + text(median) + ")");
    }

    /** Returns the sum of the intervals over the time from the first to the last row, times in seconds or milliseconds. */
    private static double sumToSpan(RawColumns columns) {
        if (!columns.timed() || columns.size() < 20) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < columns.size(); i++) {
            sum += columns.rr(i);
        }
        double span = columns.time(columns.size() - 1) - columns.time(0);
        double ratio = sum / span;
        return ratio > 100 ? ratio / 1000 : ratio;
    }

    private static String guess(RawColumns columns, double median) {
        String seen = "the middle value is " + text(median);
        if (median > 25 && median < 250) {
            return seen + "; these may be heart rates in beats per minute";
        }
        if (median > 1e8) {
            return "this seems to be a list of clock times (" + columns.size() + " lines), such as tags";
        }
        if (median < 0.25) {
            return seen + " over " + columns.size() + " rows; this may be a raw wave";
        }
        return seen;
    }

    /** Returns a number without needless digits. */
    static String text(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }
}
