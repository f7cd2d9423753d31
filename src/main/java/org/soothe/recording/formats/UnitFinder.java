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

    /** A file of another unit may hold so few values of the size of this one by mistake. */
    private static final int FEWEST_MIXED = 2;

    private static final double MIXED_RATIO = 0.05;

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
        refuseMixed(file, columns);
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
            return msOrTicks(columns, median, hints);
        }
        throw file.whole(guess(columns, median), ASK);
    }

    private static Found msOrTicks(RawColumns columns, double median, Hints hints) {
        double ratio = columns.wholeNumbers() ? sumToSpan(columns) : Double.NaN;
        if (Math.abs(ratio - 1.024) < 0.006) {
            return new Found(
                    IntervalUnit.TICKS_1024,
                    "ticks of 1/1024 s (recognised: 1024 of them last one second of the time column)");
        }
        if (!columns.timed() && columns.wholeNumbers() && commonDivisor(columns) == 1) {
            hints.note("Whole numbers without times: if they are ticks of 1/1024 s, say --unit ticks (2.3 % less).");
        }
        return new Found(IntervalUnit.MS, "milliseconds (recognised: the middle value is " + text(median) + ")");
    }

    /** Intervals of a wave at 500 or 250 samples a second are even, or multiples of 4; those of a strap are anything. */
    private static long commonDivisor(RawColumns columns) {
        long divisor = 0;
        for (int i = 0; i < columns.size() && divisor != 1; i++) {
            long other = Math.abs((long) columns.rr(i));
            while (other != 0) {
                long rest = divisor % other;
                divisor = other;
                other = rest;
            }
        }
        return divisor;
    }

    /** Refuses intervals of which some are a heart's in seconds and some in milliseconds. */
    private static void refuseMixed(SourceFile file, RawColumns columns) throws RecordingFormatException {
        int[] count = new int[2];
        int[] first = {-1, -1};
        for (int i = 0; i < columns.size(); i++) {
            boolean seconds = SeriesReader.heartLike(IntervalUnit.S, columns.rr(i));
            if (seconds || SeriesReader.heartLike(IntervalUnit.MS, columns.rr(i))) {
                int kind = seconds ? 1 : 0;
                first[kind] = count[kind] == 0 ? i : first[kind];
                count[kind]++;
            }
        }
        int rarer = Math.min(count[0], count[1]);
        if (rarer < FEWEST_MIXED || rarer < MIXED_RATIO * columns.size()) {
            return;
        }
        int change = Math.max(first[0], first[1]);
        throw file.line(
                columns.line(change),
                text(columns.rr(change)),
                "one unit in the whole file, but " + count[1] + " intervals seem to be seconds and " + count[0]
                        + " milliseconds; tell it with --unit ms or --unit s if one of them holds for all");
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
