package org.soothe.hrv;

import org.jspecify.annotations.Nullable;
import org.soothe.artifact.NnSeries;
import org.soothe.hrv.SpectrumSettings.Detrending;
import org.soothe.hrv.SpectrumSettings.GridEnd;
import org.soothe.hrv.SpectrumSettings.GridStart;

/**
 * Intervals as an even series in time: the longest stretch, its spline on the grid, without its trend.
 *
 * <p>A gap of up to 2 s is bridged by the spline; a longer one starts a new stretch, and the longest in time is used. Beats
 * whose time is not after the one before are left out.
 *
 * <p>Not thread-safe; owned by one analyzer. Allocates only when a series is longer than ever before.
 */
final class Tachogram {

    private static final double NS_PER_S = 1e9;
    static final long LONGEST_BRIDGED_GAP_NS = 2_000_000_000L;
    /** Eleven days at 4 Hz: a file with one absurd interval must not ask for all memory. */
    private static final int MOST_SAMPLES_COUNT = 4_000_000;

    private final SpectrumSettings settings;
    private final CubicSpline spline;
    private final @Nullable SmoothnessPriors priors;

    private double[] tS;
    private double[] xMs;
    private double[] sampleMs;
    private int pointCount;
    private int sampleCount;
    private double spanS;
    private long lastTimeNs;

    Tachogram(SpectrumSettings settings, int beatCapacity, int sampleCapacity) {
        this.settings = settings;
        this.spline = new CubicSpline(settings.splineEnd(), beatCapacity);
        this.priors = settings.detrending() instanceof Detrending.SmoothnessPriors p
                ? new SmoothnessPriors(p.lambdaRatio())
                : null;
        this.tS = new double[beatCapacity];
        this.xMs = new double[beatCapacity];
        this.sampleMs = new double[sampleCapacity];
    }

    /** Reads the longest stretch of intervals {@code from} (inclusive) to {@code to} (exclusive), with its trend. */
    void read(NnSeries nn, int from, int to) {
        pointCount = 0;
        sampleCount = 0;
        spanS = 0;
        if (from >= to) {
            return;
        }
        long bestNs = -1;
        int bestFrom = from;
        int bestTo = from;
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || isLongGap(nn, i)) {
                long spanNs = nn.timeNs(i - 1) - nn.timeNs(start) + Math.round(nn.nnMs(start) * 1e6);
                if (spanNs > bestNs) {
                    bestNs = spanNs;
                    bestFrom = start;
                    bestTo = i;
                }
                start = i;
            }
        }
        spanS = bestNs / NS_PER_S;
        place(nn, bestFrom, bestTo);
        sample();
    }

    private static boolean isLongGap(NnSeries nn, int i) {
        if (!nn.followsGap(i)) {
            return false;
        }
        long gapNs = nn.timeNs(i) - Math.round(nn.nnMs(i) * 1e6) - nn.timeNs(i - 1);
        return gapNs > LONGEST_BRIDGED_GAP_NS;
    }

    private void place(NnSeries nn, int from, int to) {
        if (tS.length < to - from) {
            int capacity = to - from + (to - from) / 4;
            tS = new double[capacity];
            xMs = new double[capacity];
        }
        long firstNs = nn.timeNs(from);
        long zeroNs = firstNs;
        if (settings.gridStart() == GridStart.MULTIPLE_OF_STEP) {
            long stepNs = Math.round(NS_PER_S / settings.gridRateHz());
            zeroNs = -Math.floorDiv(-firstNs, stepNs) * stepNs;
        }
        lastTimeNs = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long timeNs = nn.timeNs(i);
            if (timeNs > lastTimeNs) {
                tS[pointCount] = (timeNs - zeroNs) / NS_PER_S;
                xMs[pointCount] = nn.nnMs(i);
                pointCount++;
                lastTimeNs = timeNs;
            }
        }
    }

    private void sample() {
        double last = tS[pointCount - 1];
        double rate = settings.gridRateHz();
        if (last < 0) {
            return;
        }
        if (last * rate >= MOST_SAMPLES_COUNT) {
            return;
        }
        int count = (int) (last * rate) + 1;
        if ((count - 1) / rate > last) {
            count--;
        }
        if (settings.gridEnd() == GridEnd.BEFORE_LAST_BEAT && count > 0 && (count - 1) / rate >= last) {
            count--;
        }
        if (sampleMs.length < count) {
            sampleMs = new double[count + count / 4];
        }
        spline.sample(tS, xMs, pointCount, 1 / rate, count, sampleMs);
        sampleCount = count;
    }

    /** Takes away the trend that the settings name. */
    void detrend() {
        Detrending detrending = settings.detrending();
        if (priors != null) {
            priors.remove(sampleMs, sampleCount);
        } else if (detrending instanceof Detrending.Line) {
            StraightLine.remove(sampleMs, 0, sampleCount, sampleMs);
        } else if (detrending instanceof Detrending.Mean) {
            StraightLine.removeMean(sampleMs, 0, sampleCount, sampleMs);
        }
    }

    /** Returns the samples in ms, of which {@link #sampleCount()} are valid. */
    double[] samplesMs() {
        return sampleMs;
    }

    int sampleCount() {
        return sampleCount;
    }

    /** Returns the length of the stretch in seconds, its first interval included; 0 without intervals. */
    double spanS() {
        return spanS;
    }

    /** Returns the time of the newest beat of the stretch, where there is one. */
    long lastTimeNs() {
        return lastTimeNs;
    }
}
