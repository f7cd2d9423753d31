package org.soothe.recording.formats;

import org.soothe.recording.TimeColumn;

/**
 * Finds what the times of a file stand for, and gives them in milliseconds. Immutable.
 *
 * <p>Times of beats differ by exactly the interval between them, wherever no beat was left out, and never by less. Times
 * of arrival scatter to both sides.
 */
final class TimeFinder {
    /** Rounding of times and intervals in files: 1/64 s in wristbands, less elsewhere. */
    private static final double SAME_MS = 20;

    /** A recording that counts from its own start has its first beat within the first hour. */
    private static final double LONGEST_START_MS = 3.6e6;

    private static final double[] UNITS_MS = {1000, 1, 1e-3, 1e-6};

    private final TimeColumn meaning;
    private final double[] timesMs;

    private TimeFinder(TimeColumn meaning, double... timesMs) {
        this.meaning = meaning;
        this.timesMs = timesMs;
    }

    TimeColumn meaning() {
        return meaning;
    }

    /** Returns the time of row {@code i}: of the beat that ends the interval, or of arrival; from the first row's beat on. */
    double timeMs(int i) {
        return timesMs[i];
    }

    static TimeFinder find(RawColumns columns, double[] rrMs, Hints hints) {
        if (!columns.timed()) {
            return new TimeFinder(TimeColumn.NONE);
        }
        double unitMs = unitMs(columns, rrMs, hints);
        if (Double.isNaN(unitMs) || counter(columns)) {
            hints.note("The first numbers of the rows are no times that fit the intervals and are not used.");
            return new TimeFinder(TimeColumn.NONE);
        }
        // A time of day or a date: the axis begins with the first interval.
        double zero = columns.time(0) * unitMs > LONGEST_START_MS ? columns.time(0) * unitMs - rrMs[0] : 0;
        double[] timesMs = new double[rrMs.length];
        for (int i = 0; i < timesMs.length; i++) {
            timesMs[i] = columns.time(i) * unitMs - zero;
        }
        TimeColumn meaning = hints.timeColumn();
        if (meaning == null) {
            int lag = typicalExcessMs(timesMs, rrMs, 1) < typicalExcessMs(timesMs, rrMs, 0) ? 1 : 0;
            TimeColumn exact = lag == 0 ? TimeColumn.BEAT : TimeColumn.INTERVAL_START;
            meaning = fits(timesMs, rrMs, lag) ? exact : TimeColumn.ARRIVAL;
        }
        if (meaning == TimeColumn.INTERVAL_START) {
            for (int i = 0; i < timesMs.length; i++) {
                timesMs[i] += rrMs[i] > 0 ? rrMs[i] : 0;
            }
        }
        return new TimeFinder(meaning, timesMs);
    }

    /** Returns the unit in which a typical step of time is a typical interval; NaN where none fits. */
    private static double unitMs(RawColumns columns, double[] rrMs, Hints hints) {
        if (!Double.isNaN(hints.timeUnitMs())) {
            return hints.timeUnitMs();
        }
        double[] steps = new double[columns.size()];
        int count = 0;
        for (int i = 1; i < columns.size(); i++) {
            double step = columns.time(i) - columns.time(i - 1);
            if (step > 0) {
                steps[count++] = step;
            }
        }
        double ratio = SeriesReader.median(steps, count) / SeriesReader.median(rrMs, rrMs.length);
        for (double unitMs : UNITS_MS) {
            if (ratio * unitMs > 0.3 && ratio * unitMs < 4) {
                return unitMs;
            }
        }
        return columns.size() == 1 ? UNITS_MS[0] : Double.NaN;
    }

    private static boolean counter(RawColumns columns) {
        for (int i = 1; i < columns.size(); i++) {
            if (columns.time(i) - columns.time(i - 1) != 1) {
                return false;
            }
        }
        return columns.size() > 4;
    }

    /** Returns the middle distance between the steps of time and the intervals, of the same row or the one before. */
    private static double typicalExcessMs(double[] timesMs, double[] rrMs, int lag) {
        double[] excess = new double[timesMs.length];
        for (int i = 1; i < timesMs.length; i++) {
            excess[i - 1] = Math.abs(timesMs[i] - timesMs[i - 1] - rrMs[i - lag]);
        }
        return SeriesReader.median(excess, timesMs.length - 1);
    }

    /** Returns whether at least 60 % of the steps of time are the interval, and at most 5 % are shorter. */
    private static boolean fits(double[] timesMs, double[] rrMs, int lag) {
        int same = 0;
        int shorter = 0;
        int count = 0;
        for (int i = 1; i < timesMs.length; i++) {
            double rr = rrMs[i - lag];
            if (rr > 0) {
                double excess = timesMs[i] - timesMs[i - 1] - rr;
                count++;
                same += Math.abs(excess) <= SAME_MS ? 1 : 0;
                shorter += excess < -SAME_MS ? 1 : 0;
            }
        }
        return count == 0 ? lag == 0 : same >= 0.6 * count && shorter <= 0.05 * count;
    }
}
