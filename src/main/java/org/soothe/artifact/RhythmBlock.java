package org.soothe.artifact;

/**
 * Judges the rhythm of one block of received intervals. Workspace of fixed size, filled and judged again and again; not
 * thread-safe.
 *
 * <ul>
 *   <li>Unsteadiness: median of |RR - course of two neighbours on each side| / median of RR. Slow breathing, however deep,
 *       hardly shows in it; single artifacts do not move a median.
 *   <li>Repetition: largest autocorrelation of RR at the lags 2 to 10, about the mean, divisor: the sum of squares. Deep
 *       breathing at few beats per breath repeats, atrial fibrillation does not.
 *   <li>Reversals: intervals where RR turns by more than a fifth of the median on both sides, per interval; a premature beat
 *       makes two, bigeminy one each beat.
 * </ul>
 *
 * <p>UNKNOWN: fewer than 48 intervals received, fewer than 32 of them in the range, or fewer than 16 with neighbours on both
 * sides. IRREGULAR: unsteadiness above 0.057 * (1 + 0.3 * (64 - n) / 16), n being the intervals received, without repetition
 * above 0.5: the median of fewer departures scatters more, so fewer beats must depart further. FREQUENT_ECTOPICS: reversals
 * above 10 % of the intervals in the range. Thresholds are judgement, from simulated rhythms (docs/decisions/0012, 0015).
 */
final class RhythmBlock {

    static final int BEATS = 64;
    static final int FEWEST_BEATS = 48;

    private static final int FEWEST_IN_RANGE = 32;
    private static final int FEWEST_DEPARTURES = 16;
    private static final double UNSTEADY_RATIO = 0.057;
    private static final double WIDER_PER_BEAT = 0.3 / 16;
    private static final double REPEATING_RATIO = 0.5;
    private static final double REVERSAL_RATIO = 0.20;
    static final double FREQUENT_RATIO = 0.10;
    private static final double MISSED_RATIO = 1.75;
    private static final int SHORTEST_LAG = 2;
    private static final int LONGEST_LAG = 10;

    private final double[] rrMs = new double[BEATS];
    private final boolean[] starts = new boolean[BEATS];
    private final double[] workMs = new double[BEATS];
    private int size;
    private int receivedCount;
    private double medianMs = Double.NaN;

    void clear() {
        size = 0;
        receivedCount = 0;
        medianMs = Double.NaN;
    }

    /** Adds an interval; one outside the range is left out and breaks the chain. */
    void add(double ms, boolean startsSegment) {
        if (size == BEATS) {
            return;
        }
        receivedCount++;
        starts[size] |= startsSegment || size == 0;
        if (StepGate.inRange(ms)) {
            rrMs[size] = ms;
            size++;
            medianMs = Double.NaN;
            if (size < BEATS) {
                starts[size] = false;
            }
        } else {
            starts[size] = true;
        }
    }

    Rhythm judge() {
        if (receivedCount < FEWEST_BEATS || size < FEWEST_IN_RANGE) {
            return Rhythm.UNKNOWN;
        }
        double limitMs = UNSTEADY_RATIO * (1 + WIDER_PER_BEAT * (BEATS - receivedCount)) * medianMs();
        int departureCount = departures();
        if (departureCount < FEWEST_DEPARTURES) {
            return Rhythm.UNKNOWN;
        }
        boolean unsteady = Median.exceeds(limitMs, workMs, departureCount);
        if (unsteady && repetition() < REPEATING_RATIO) {
            return Rhythm.IRREGULAR;
        }
        return reversals() > FREQUENT_RATIO * size ? Rhythm.FREQUENT_ECTOPICS : Rhythm.REGULAR;
    }

    private double medianMs() {
        if (Double.isNaN(medianMs)) {
            System.arraycopy(rrMs, 0, workMs, 0, size);
            medianMs = Median.of(workMs, size);
        }
        return medianMs;
    }

    /** Puts the sizes of the departures into the workspace. Returns how many there are. */
    private int departures() {
        int n = 0;
        for (int i = 2; i + 2 < size; i++) {
            if (starts[i - 1] || starts[i] || starts[i + 1] || starts[i + 2]) {
                continue;
            }
            workMs[n] =
                    Math.abs(CourseDeviation.departure(rrMs[i - 2], rrMs[i - 1], rrMs[i], rrMs[i + 1], rrMs[i + 2]));
            n++;
        }
        return n;
    }

    private double repetition() {
        double meanMs = 0;
        for (int i = 0; i < size; i++) {
            meanMs += rrMs[i] / size;
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (rrMs[i] - meanMs) * (rrMs[i] - meanMs);
        }
        double most = 0;
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            double sum = 0;
            for (int i = lag; i < size; i++) {
                sum += (rrMs[i] - meanMs) * (rrMs[i - lag] - meanMs);
            }
            most = Math.max(most, sum / squares * size / (size - lag));
        }
        return most;
    }

    int size() {
        return size;
    }

    /** Returns how often the intervals turn sharply. */
    int reversals() {
        if (size < FEWEST_IN_RANGE) {
            return 0;
        }
        double limitMs = REVERSAL_RATIO * medianMs();
        double missedMs = MISSED_RATIO * medianMs();
        int count = 0;
        for (int i = 1; i + 1 < size; i++) {
            double before = rrMs[i] - rrMs[i - 1];
            double after = rrMs[i + 1] - rrMs[i];
            boolean turns = before * after < 0 && Math.abs(before) > limitMs && Math.abs(after) > limitMs;
            if (turns && !starts[i] && !starts[i + 1] && rrMs[i] < missedMs) {
                count++;
            }
        }
        return count;
    }
}
