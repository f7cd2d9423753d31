package org.soothe.hrv;

import org.soothe.artifact.NnSeries;

/**
 * From intervals to the power of bands, by named settings: stretch, spline, trend, Welch.
 *
 * <p>Not thread-safe; one per owner, who reads one series after the other. Allocates only when a series is longer than ever
 * before.
 */
public final class SpectrumAnalyzer {

    private final SpectrumSettings settings;
    private final Tachogram tachogram;
    private final Welch welch;
    private final PowerSpectrum spectrum;
    private int segmentSampleCount;

    /** Creates an analyzer for series of any length. */
    public SpectrumAnalyzer(SpectrumSettings settings) {
        this(settings, 1024, 4096);
    }

    /** Creates an analyzer that allocates nothing up to the given capacities. */
    SpectrumAnalyzer(SpectrumSettings settings, int beatCapacity, int sampleCapacity) {
        this.settings = settings;
        this.tachogram = new Tachogram(settings, beatCapacity, sampleCapacity);
        this.welch = new Welch(settings);
        this.spectrum = new PowerSpectrum(settings.integration(), settings.wholeBelowSampleCount() + 1);
    }

    /**
     * Reads intervals {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @return the spectrum, which the next read overwrites
     */
    public PowerSpectrum read(NnSeries nn, int from, int to) {
        place(nn, from, to);
        return finish();
    }

    /** Reads intervals onto the grid, with their trend; {@link #finish} does the rest. */
    void place(NnSeries nn, int from, int to) {
        tachogram.read(nn, from, to);
    }

    /** Takes the trend away and transforms what was placed. */
    PowerSpectrum finish() {
        tachogram.detrend();
        segmentSampleCount = welch.read(tachogram.samplesMs(), tachogram.sampleCount(), spectrum);
        return spectrum;
    }

    /** Forgets the spectrum of the last read. */
    void clear() {
        spectrum.reset(0, Double.NaN);
        segmentSampleCount = 0;
    }

    /** Returns what was placed, of which {@link #sampleCount()} samples are valid. */
    double[] samplesMs() {
        return tachogram.samplesMs();
    }

    int sampleCount() {
        return tachogram.sampleCount();
    }

    /** Returns the time of the newest beat that was placed, where there is one. */
    long lastTimeNs() {
        return tachogram.lastTimeNs();
    }

    /** Returns the spectrum of the last read. */
    public PowerSpectrum spectrum() {
        return spectrum;
    }

    /** Returns the settings. */
    public SpectrumSettings settings() {
        return settings;
    }

    /** Returns the length in seconds of the stretch that was used, its first interval included. */
    public double stretchS() {
        return tachogram.spanS();
    }

    /** Returns the length of a Welch segment in seconds, unpadded, NaN where there is no spectrum. */
    public double segmentS() {
        return segmentSampleCount > 0 ? segmentSampleCount / settings.gridRateHz() : Double.NaN;
    }
}
