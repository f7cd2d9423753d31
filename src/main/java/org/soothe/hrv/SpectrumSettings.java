package org.soothe.hrv;

/**
 * Everything that decides a spectrum of intervals, as one named value: two programs agree only if all of this agrees.
 * Immutable.
 *
 * @param splineEnd what the cubic spline does at its two ends
 * @param gridStart where the even grid begins
 * @param gridEnd where the even grid ends
 * @param gridRateHz samples per second of the even grid
 * @param detrending what is removed from the whole series, before it is cut into segments
 * @param segmentSampleCount length of a segment; from each one its mean is removed
 * @param overlapSampleCount how many samples two neighbouring segments share
 * @param wholeBelowSampleCount a series with fewer samples is one segment of its whole length
 * @param padding what a segment is filled up with before the transform
 * @param alignment which end of the series the segments touch, if a remainder is left out
 * @param integration how the density becomes the power of a band
 */
public record SpectrumSettings(
        SplineEnd splineEnd,
        GridStart gridStart,
        GridEnd gridEnd,
        double gridRateHz,
        Detrending detrending,
        int segmentSampleCount,
        int overlapSampleCount,
        int wholeBelowSampleCount,
        Padding padding,
        Alignment alignment,
        Integration integration) {

    /** Reports: natural spline at 4 Hz, smoothness priors, Welch segments of 64 s. */
    public static final SpectrumSettings LAB = new SpectrumSettings(
            SplineEnd.NATURAL,
            GridStart.MULTIPLE_OF_STEP,
            GridEnd.UP_TO_LAST_BEAT,
            4,
            new Detrending.SmoothnessPriors(500),
            256,
            128,
            384,
            Padding.POWER_OF_TWO,
            Alignment.FIRST_SAMPLE,
            Integration.RECTANGLE);

    /** Live, up to 120 s: as {@link #LAB}, but a straight line is removed, and the newest sample is always in. */
    public static final SpectrumSettings LIVE = new SpectrumSettings(
            SplineEnd.NATURAL,
            GridStart.MULTIPLE_OF_STEP,
            GridEnd.UP_TO_LAST_BEAT,
            4,
            Detrending.LINE,
            256,
            128,
            384,
            Padding.POWER_OF_TWO,
            Alignment.LAST_SAMPLE,
            Integration.RECTANGLE);

    /** Comparison: what a few lines of numpy and scipy do by default, with segments of 300 s. */
    public static final SpectrumSettings CANON_300 = canon(1200);

    /** Comparison: what a few lines of numpy and scipy do by default, with segments of 120 s. */
    public static final SpectrumSettings CANON_120 = canon(480);

    /** Refuses settings that cannot be carried out. */
    public SpectrumSettings {
        if (!(gridRateHz > 0 && gridRateHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gridRateHz must be above 0, was " + gridRateHz);
        }
        if (segmentSampleCount < 4) {
            throw new IllegalArgumentException("segmentSampleCount must be at least 4, was " + segmentSampleCount);
        }
        if (overlapSampleCount < 0 || overlapSampleCount >= segmentSampleCount) {
            throw new IllegalArgumentException(
                    "overlapSampleCount must be 0 to " + (segmentSampleCount - 1) + ", was " + overlapSampleCount);
        }
        if (wholeBelowSampleCount < segmentSampleCount) {
            throw new IllegalArgumentException(
                    "wholeBelowSampleCount must be at least " + segmentSampleCount + ", was " + wholeBelowSampleCount);
        }
    }

    private static SpectrumSettings canon(int segmentSampleCount) {
        return new SpectrumSettings(
                SplineEnd.NOT_A_KNOT,
                GridStart.FIRST_BEAT,
                GridEnd.BEFORE_LAST_BEAT,
                4,
                Detrending.NOTHING,
                segmentSampleCount,
                segmentSampleCount / 2,
                segmentSampleCount,
                Padding.NONE,
                Alignment.FIRST_SAMPLE,
                Integration.TRAPEZOID);
    }

    /** What a cubic spline does at its two ends. */
    public enum SplineEnd {
        /** The second derivative is 0. */
        NATURAL,
        /** The first two pieces are one cubic, and so are the last two. */
        NOT_A_KNOT
    }

    /** Where the even grid begins. */
    public enum GridStart {
        /** At the first multiple of the step, on the session axis, that is not before the first beat. */
        MULTIPLE_OF_STEP,
        /** At the first beat. */
        FIRST_BEAT
    }

    /** Where the even grid ends. */
    public enum GridEnd {
        /** A sample that falls on the last beat is in. */
        UP_TO_LAST_BEAT,
        /** A sample that falls on the last beat is out. */
        BEFORE_LAST_BEAT
    }

    /** What is removed from the whole series. */
    public sealed interface Detrending {

        /** Nothing. */
        Detrending NOTHING = new Nothing();

        /** The mean. */
        Detrending MEAN = new Mean();

        /** The straight line of least squares. */
        Detrending LINE = new Line();

        /** Nothing is removed. */
        record Nothing() implements Detrending {}

        /** The mean is removed. */
        record Mean() implements Detrending {}

        /** The straight line of least squares is removed. */
        record Line() implements Detrending {}

        /**
         * The smooth trend is removed.
         *
         * @param lambdaRatio weight of the trend's smoothness against its closeness to the series
         */
        record SmoothnessPriors(double lambdaRatio) implements Detrending {

            /** Refuses a weight that is none. */
            public SmoothnessPriors {
                if (!(lambdaRatio > 0 && lambdaRatio < 1e6)) {
                    throw new IllegalArgumentException("lambdaRatio must be within 0 and 1e6, was " + lambdaRatio);
                }
            }
        }
    }

    /** What a segment is filled up with. */
    public enum Padding {
        /** Nothing. */
        NONE,
        /** Zeros, to the next power of two unless the length is one; this changes the grid of frequencies only. */
        POWER_OF_TWO
    }

    /** Which end of the series the segments touch. */
    public enum Alignment {
        /** The first segment starts at the first sample. */
        FIRST_SAMPLE,
        /** The last segment ends at the last sample. */
        LAST_SAMPLE
    }

    /** How the density becomes the power of a band. */
    public enum Integration {
        /** Spacing of the frequencies times the sum over the bins of the band. */
        RECTANGLE,
        /** Trapezoids between neighbouring bins of the band. */
        TRAPEZOID
    }
}
