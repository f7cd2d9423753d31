package org.soothe.recording;

import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;

/**
 * What a person says about a file that the file does not say itself. Immutable.
 *
 * @param unit unit of the intervals, null to recognise it
 * @param sampleRateHz samples per second of files that count samples, NaN to take it from the file
 * @param column name of the column or list that holds the intervals, or its number from 1; null to recognise it
 * @param source what the beats were found in, null to recognise it
 */
public record ReadOptions(
        @Nullable IntervalUnit unit,
        double sampleRateHz,
        @Nullable String column,
        @Nullable BeatSource source) {

    private static final ReadOptions RECOGNISE = new ReadOptions(null, Double.NaN, null, null);

    /** Checks the rate; throws IllegalArgumentException unless it is above 0 or NaN. */
    public ReadOptions {
        if (sampleRateHz <= 0 || Double.isInfinite(sampleRateHz)) {
            throw new IllegalArgumentException("sampleRateHz must be above 0, was " + sampleRateHz);
        }
    }

    /** Returns options that leave everything to recognition. */
    public static ReadOptions recognise() {
        return RECOGNISE;
    }

    /** Returns these options with a unit for the intervals. */
    public ReadOptions withUnit(@Nullable IntervalUnit newUnit) {
        return new ReadOptions(newUnit, sampleRateHz, column, source);
    }

    /** Returns these options with a sample rate. */
    public ReadOptions withSampleRateHz(double newSampleRateHz) {
        return new ReadOptions(unit, newSampleRateHz, column, source);
    }

    /** Returns these options with a column. */
    public ReadOptions withColumn(@Nullable String newColumn) {
        return new ReadOptions(unit, sampleRateHz, newColumn, source);
    }

    /** Returns these options with a source. */
    public ReadOptions withSource(@Nullable BeatSource newSource) {
        return new ReadOptions(unit, sampleRateHz, column, newSource);
    }
}
