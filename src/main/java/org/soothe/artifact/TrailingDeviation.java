package org.soothe.artifact;

/**
 * The median size of departures from the smooth course over the newest 91 intervals: the live form of
 * {@link CourseDeviation}. Fixed size; not thread-safe.
 */
final class TrailingDeviation {

    /** Fewer departures than this say nothing yet. */
    private static final int FEWEST_BEATS = 12;

    /** The window of departures as received: short, so that a new depth of breathing is known within a few breaths. */
    private static final int RECEIVED_BEATS = 31;

    private final Window accepted = new Window(CourseDeviation.WINDOW_BEATS);
    private final Window received = new Window(RECEIVED_BEATS);
    private final double[] lastMs = new double[5];
    private int inRow;

    /** An interval was accepted as received. */
    void accepted(double nnMs) {
        System.arraycopy(lastMs, 1, lastMs, 0, lastMs.length - 1);
        lastMs[lastMs.length - 1] = nnMs;
        inRow++;
        if (inRow >= lastMs.length) {
            accepted.add(CourseDeviation.departure(lastMs[0], lastMs[1], lastMs[2], lastMs[3], lastMs[4]));
        }
    }

    /** An interval was received with these neighbours; NaN where there is none. */
    void received(double before2Ms, double before1Ms, double rrMs, double after1Ms, double after2Ms) {
        double ms = CourseDeviation.departure(before2Ms, before1Ms, rrMs, after1Ms, after2Ms);
        if (!Double.isNaN(ms)) {
            received.add(ms);
        }
    }

    /** The next accepted interval is no neighbour of the last one. */
    void breakChain() {
        inRow = 0;
    }

    void clear() {
        accepted.clear();
        received.clear();
        inRow = 0;
    }

    /** Returns the deviation, NaN if too little is known. */
    double ms() {
        if (accepted.size() < FEWEST_BEATS) {
            return Double.NaN;
        }
        return Math.max(accepted.medianMs(), received.size() < FEWEST_BEATS ? 0 : received.medianMs());
    }

    /** The newest departures, in time and in order of size. */
    private static final class Window {

        private final double[] departuresMs;
        private final SlidingQuartiles ordered;
        private int next;

        Window(int beats) {
            departuresMs = new double[beats];
            ordered = new SlidingQuartiles(beats);
        }

        void add(double signedMs) {
            double ms = Math.abs(signedMs);
            if (ordered.size() == departuresMs.length) {
                ordered.replace(departuresMs[next], ms);
            } else {
                ordered.add(ms);
            }
            departuresMs[next] = ms;
            next = (next + 1) % departuresMs.length;
        }

        int size() {
            return ordered.size();
        }

        double medianMs() {
            return ordered.median();
        }

        void clear() {
            ordered.clear();
            next = 0;
        }
    }
}
