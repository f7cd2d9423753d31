package org.soothe.artifact;

/**
 * The quartile deviation of departures from the smooth course over the newest 91 intervals: the live form of
 * {@link CourseDeviation}. Fixed size; not thread-safe.
 */
final class TrailingDeviation {

    /** Fewer departures than this say nothing yet. */
    private static final int FEWEST_BEATS = 12;

    private final double[] departuresMs = new double[CourseDeviation.WINDOW_BEATS];
    private final double[] lastMs = new double[5];
    private final SlidingQuartiles ordered = new SlidingQuartiles(CourseDeviation.WINDOW_BEATS);
    private int next;
    private int inRow;

    /** An interval was accepted as received. */
    void accepted(double nnMs) {
        System.arraycopy(lastMs, 1, lastMs, 0, lastMs.length - 1);
        lastMs[lastMs.length - 1] = nnMs;
        inRow++;
        if (inRow < lastMs.length) {
            return;
        }
        double ms = CourseDeviation.departure(lastMs[0], lastMs[1], lastMs[2], lastMs[3], lastMs[4]);
        if (ordered.size() == departuresMs.length) {
            ordered.replace(departuresMs[next], ms);
        } else {
            ordered.add(ms);
        }
        departuresMs[next] = ms;
        next = (next + 1) % departuresMs.length;
    }

    /** The next accepted interval is no neighbour of the last one. */
    void breakChain() {
        inRow = 0;
    }

    void clear() {
        ordered.clear();
        next = 0;
        inRow = 0;
    }

    /** Returns the deviation, NaN if too little is known. */
    double ms() {
        return ordered.size() < FEWEST_BEATS ? Double.NaN : ordered.quartileDeviation();
    }
}
