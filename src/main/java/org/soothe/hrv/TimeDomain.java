package org.soothe.hrv;

import org.soothe.artifact.NnSeries;

/**
 * Measures of the time domain over a range of intervals.
 *
 * <ul>
 *   <li>mean NN = sum / N (ms); heart rate = 60000 / mean NN (bpm), never a mean of instantaneous rates
 *   <li>SDNN = root of the sum of squared deviations / (N - 1) (ms)
 *   <li>RMSSD = root of the mean of squared successive differences over the M valid pairs, divisor M (ms)
 *   <li>pNN50 = 100 * count(|difference| &gt; 50 ms) / M (percent)
 *   <li>SD1, SD2 = standard deviation (divisor M - 1) of the differences, of the sums, of the valid pairs, each divided
 *       by the root of 2 (ms)
 * </ul>
 *
 * <p>A pair is valid if both intervals are in the range, no gap lies between them and the {@link PairRule} takes it.
 *
 * <p>Edge results: no interval, mean NaN; one, SDNN NaN; no pair, RMSSD and pNN50 NaN; one pair, SD1 and SD2 NaN; all
 * intervals alike, 0 and a logarithm of NaN.
 *
 * <p>Everything is summed afresh on each read, means first and deviations after: no drift, and 24 h keep all digits.
 *
 * <p>Not thread-safe; owned by whoever reads. {@link #read} allocates nothing.
 *
 * <p>Reference: Task Force of the European Society of Cardiology and the North American Society of Pacing and
 * Electrophysiology 1996, "Heart rate variability: standards of measurement", Circulation 93:1043.
 */
public final class TimeDomain {

    static final double NN50_THRESHOLD_MS = 50;

    private int beatCount;
    private int pairCount;
    private int nn50Count;
    private double sumMs;
    private double sumOfSquaredDeviationsMs2;
    private double sumOfSquaredDifferencesMs2;
    private double sumOfDifferencesMs;
    private double sumOfPairSumsMs;
    private double varianceOfDifferencesMs2;
    private double varianceOfPairSumsMs2;

    /** Creates a reader that has read nothing. */
    public TimeDomain() {
        clear();
    }

    /**
     * Reads intervals {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if the range is not within the series
     */
    public void read(NnSeries nn, int from, int to, PairRule rule) {
        clear();
        if (from >= to) {
            return;
        }
        sumUp(nn, from, to, rule);
        sumUpDeviations(nn, from, to, rule);
    }

    private void clear() {
        beatCount = 0;
        pairCount = 0;
        nn50Count = 0;
        sumMs = 0;
        sumOfSquaredDeviationsMs2 = 0;
        sumOfSquaredDifferencesMs2 = 0;
        sumOfDifferencesMs = 0;
        sumOfPairSumsMs = 0;
        varianceOfDifferencesMs2 = Double.NaN;
        varianceOfPairSumsMs2 = Double.NaN;
    }

    private void sumUp(NnSeries nn, int from, int to, PairRule rule) {
        beatCount = to - from;
        double before = nn.nnMs(from);
        sumMs = before;
        for (int i = from + 1; i < to; i++) {
            double now = nn.nnMs(i);
            sumMs += now;
            if (isPair(nn, i, rule)) {
                double difference = now - before;
                pairCount++;
                sumOfDifferencesMs += difference;
                sumOfPairSumsMs += now + before;
                sumOfSquaredDifferencesMs2 += difference * difference;
                if (Math.abs(difference) > NN50_THRESHOLD_MS) {
                    nn50Count++;
                }
            }
            before = now;
        }
    }

    private void sumUpDeviations(NnSeries nn, int from, int to, PairRule rule) {
        double mean = sumMs / beatCount;
        double meanDifference = sumOfDifferencesMs / pairCount;
        double meanPairSum = sumOfPairSumsMs / pairCount;
        double squaredDifferences = 0;
        double squaredPairSums = 0;
        double before = nn.nnMs(from);
        sumOfSquaredDeviationsMs2 = (before - mean) * (before - mean);
        for (int i = from + 1; i < to; i++) {
            double now = nn.nnMs(i);
            sumOfSquaredDeviationsMs2 += (now - mean) * (now - mean);
            if (isPair(nn, i, rule)) {
                double difference = now - before - meanDifference;
                double pairSum = now + before - meanPairSum;
                squaredDifferences += difference * difference;
                squaredPairSums += pairSum * pairSum;
            }
            before = now;
        }
        if (pairCount > 1) {
            varianceOfDifferencesMs2 = squaredDifferences / (pairCount - 1);
            varianceOfPairSumsMs2 = squaredPairSums / (pairCount - 1);
        }
    }

    private static boolean isPair(NnSeries nn, int i, PairRule rule) {
        return !nn.followsGap(i) && (rule == PairRule.WITH_CORRECTED || !(nn.corrected(i) || nn.corrected(i - 1)));
    }

    /** Returns N, the number of intervals. */
    public int beatCount() {
        return beatCount;
    }

    /** Returns M, the number of valid pairs. */
    public int pairCount() {
        return pairCount;
    }

    /** Returns the sum of the intervals: the time that they cover. */
    public double sumMs() {
        return sumMs;
    }

    /** Returns the mean interval, NaN without one. */
    public double meanMs() {
        return beatCount > 0 ? sumMs / beatCount : Double.NaN;
    }

    /** Returns the heart rate, NaN without an interval. */
    public double heartRateBpm() {
        return 60_000 / meanMs();
    }

    /** Returns the standard deviation of the intervals, NaN below two. */
    public double sdnnMs() {
        return beatCount > 1 ? Math.sqrt(sumOfSquaredDeviationsMs2 / (beatCount - 1)) : Double.NaN;
    }

    /** Returns the root mean square of successive differences, NaN without a pair. */
    public double rmssdMs() {
        return pairCount > 0 ? Math.sqrt(sumOfSquaredDifferencesMs2 / pairCount) : Double.NaN;
    }

    /** Returns the natural logarithm of RMSSD in milliseconds, NaN without a pair or where RMSSD is 0. */
    public double lnRmssd() {
        return sumOfSquaredDifferencesMs2 > 0 ? StrictMath.log(rmssdMs()) : Double.NaN;
    }

    /** Returns how many differences are strictly larger than 50 ms. */
    public int nn50Count() {
        return nn50Count;
    }

    /** Returns the share of differences strictly larger than 50 ms, NaN without a pair. */
    public double pnn50Percent() {
        return pairCount > 0 ? 100.0 * nn50Count / pairCount : Double.NaN;
    }

    /** Returns the spread across the line of identity of the Poincaré plot, NaN below two pairs. */
    public double sd1Ms() {
        return Math.sqrt(varianceOfDifferencesMs2 / 2);
    }

    /** Returns the spread along the line of identity of the Poincaré plot, NaN below two pairs. */
    public double sd2Ms() {
        return Math.sqrt(varianceOfPairSumsMs2 / 2);
    }
}
