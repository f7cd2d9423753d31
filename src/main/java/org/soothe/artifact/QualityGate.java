package org.soothe.artifact;

/**
 * Grades a window (from, to] of accepted intervals by corrected share, coverage and longest gap. Not thread-safe; owned
 * by the thread that owns the series. Allocates nothing but in {@link #quality()}.
 *
 * <ul>
 *   <li>corrected share = corrected / accepted intervals that end in the window;
 *   <li>coverage = min(1, sum of accepted intervals / length of the window); the interval that straddles the start counts
 *       whole;
 *   <li>longest gap: from the beat before a gap to the start of the interval after it; silence at both edges of the
 *       window counts too. A window without beats is one gap.
 *   <li>before the first window all three are NaN and the grade is BAD.
 * </ul>
 *
 * <p>Thresholds are judgement: GOOD at most 5 % corrected, at least 95 % covered, no gap above 2 s; USABLE 10 %, 80 %,
 * 4 s.
 */
public final class QualityGate {

    private static final double GOOD_CORRECTED_RATIO = 0.05;
    private static final double USABLE_CORRECTED_RATIO = 0.10;
    private static final double GOOD_COVERAGE_RATIO = 0.95;
    private static final double USABLE_COVERAGE_RATIO = 0.80;
    private static final long GOOD_GAP_NS = 2_000_000_000L;
    private static final long USABLE_GAP_NS = 4_000_000_000L;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;

    private static final long UNKNOWN_NS = -1;

    private double correctedRatio = Double.NaN;
    private double coverageRatio = Double.NaN;
    private long longestGapNs = UNKNOWN_NS;

    /** Grades a window of final results: whatever is not there at the end of the window is missing. */
    public QualityGrade evaluate(NnSeries nn, long fromNs, long toNs) {
        return evaluate(nn, fromNs, toNs, Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /** Grades a window of live results. Beats that were heard but are not decided yet count neither way. */
    public QualityGrade evaluate(LiveBeats beats, long fromNs, long toNs) {
        return evaluate(beats.nn(), fromNs, toNs, beats.decidedTimeNs(), beats.newestTimeNs());
    }

    private QualityGrade evaluate(NnSeries nn, long fromNs, long toNs, long decidedNs, long heardNs) {
        double sumMs = 0;
        int accepted = 0;
        int corrected = 0;
        long gapNs = 0;
        long lastNs = fromNs;
        int last = lastUntil(nn, toNs);
        int first = last;
        while (first >= 0 && nn.timeNs(first) > fromNs) {
            first--;
        }
        for (int i = first + 1; i <= last; i++) {
            sumMs += nn.nnMs(i);
            accepted++;
            corrected += nn.corrected(i) ? 1 : 0;
            if (accepted == 1 || nn.followsGap(i)) {
                gapNs = Math.max(gapNs, nn.timeNs(i) - Math.round(nn.nnMs(i) * NS_PER_MS) - lastNs);
            }
            lastNs = nn.timeNs(i);
        }
        long decidedUntilNs = Math.max(lastNs, Math.min(decidedNs, toNs));
        long heardUntilNs = Math.max(decidedUntilNs, Math.min(heardNs, toNs));
        long undecidedNs = heardUntilNs - decidedUntilNs;
        longestGapNs = Math.max(gapNs, toNs - lastNs - undecidedNs);
        double decidableMs = (toNs - fromNs - undecidedNs) / NS_PER_MS;
        coverageRatio = decidableMs > 0 ? Math.min(1, sumMs / decidableMs) : 0;
        correctedRatio = accepted > 0 ? (double) corrected / accepted : Double.NaN;
        return grade();
    }

    /** Returns the grade of the window evaluated last. */
    public QualityGrade grade() {
        if (correctedRatio <= GOOD_CORRECTED_RATIO
                && coverageRatio >= GOOD_COVERAGE_RATIO
                && longestGapNs <= GOOD_GAP_NS) {
            return QualityGrade.GOOD;
        }
        boolean usable = correctedRatio <= USABLE_CORRECTED_RATIO
                && coverageRatio >= USABLE_COVERAGE_RATIO
                && longestGapNs <= USABLE_GAP_NS;
        return usable ? QualityGrade.USABLE : QualityGrade.BAD;
    }

    /** Returns corrected intervals per accepted one in the window evaluated last, NaN where none was accepted. */
    public double correctedRatio() {
        return correctedRatio;
    }

    /** Returns the covered share of the window evaluated last. */
    public double coverageRatio() {
        return coverageRatio;
    }

    /** Returns the longest gap of the window evaluated last in milliseconds. */
    public double longestGapMs() {
        return longestGapNs == UNKNOWN_NS ? Double.NaN : longestGapNs / NS_PER_MS;
    }

    /** Returns the window evaluated last as a record. */
    public Quality quality() {
        return new Quality(grade(), 100 * correctedRatio, 100 * coverageRatio, longestGapMs());
    }

    static void describe(MethodText text) {
        grade(text, "GOOD", GOOD_CORRECTED_RATIO, GOOD_COVERAGE_RATIO, GOOD_GAP_NS);
        grade(text, "USABLE", USABLE_CORRECTED_RATIO, USABLE_COVERAGE_RATIO, USABLE_GAP_NS);
        text.line("BAD", "anything less");
    }

    private static void grade(
            MethodText text, String name, double correctedRatio, double coverageRatio, long longestGapNs) {
        text.line(
                name,
                "corrected at most ",
                100 * correctedRatio,
                " % of the accepted intervals, coverage at least ",
                100 * coverageRatio,
                " % of the time, longest gap at most ",
                longestGapNs / NS_PER_S,
                " s");
    }

    private static int lastUntil(NnSeries nn, long toNs) {
        int low = 0;
        int high = nn.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nn.timeNs(middle) <= toNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
