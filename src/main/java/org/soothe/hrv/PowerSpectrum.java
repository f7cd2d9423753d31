package org.soothe.hrv;

import java.util.Arrays;
import org.soothe.hrv.SpectrumSettings.Integration;

/**
 * A one-sided density (ms²/Hz) over evenly spaced frequencies k * df, k = 0 to count - 1, from which powers of bands are
 * read.
 *
 * <p>Not thread-safe; owned by one analyzer, which fills it anew for every series. Reading allocates nothing.
 */
public final class PowerSpectrum {

    /** Less than this is rounding of intervals that do not vary. */
    static final double LEAST_MS2 = 1e-9;

    private final Integration integration;
    private double[] densityMs2PerHz;
    private int count;
    private double spacingHz;

    PowerSpectrum(Integration integration, int capacity) {
        this.integration = integration;
        this.densityMs2PerHz = new double[capacity];
        this.spacingHz = Double.NaN;
    }

    /** Makes room and returns the density, whose first {@code count} values are 0 now. */
    double[] reset(int count, double spacingHz) {
        if (densityMs2PerHz.length < count) {
            densityMs2PerHz = new double[count];
        }
        Arrays.fill(densityMs2PerHz, 0, count, 0);
        this.count = count;
        this.spacingHz = spacingHz;
        return densityMs2PerHz;
    }

    /** Returns the number of frequencies, 0 where there is no spectrum. */
    public int count() {
        return count;
    }

    /** Returns the spacing of the frequencies, NaN where there is no spectrum. */
    public double spacingHz() {
        return count > 0 ? spacingHz : Double.NaN;
    }

    /** Returns the frequency of bin {@code k}. */
    public double frequencyHz(int k) {
        return k * spacingHz;
    }

    /** Returns the density of bin {@code k} in ms²/Hz. */
    public double densityMs2PerHz(int k) {
        return densityMs2PerHz[k];
    }

    /**
     * Returns the power of a band, over the bins with low &lt;= f &lt; high: df * their sum, or trapezoids between them.
     *
     * @return the power in ms², 0 if no bin lies in the band, NaN where there is no spectrum
     */
    public double powerMs2(Band band) {
        return powerMs2(band.lowHz(), band.highHz());
    }

    /** Returns the power over the bins with {@code lowHz} &lt;= f &lt; {@code highHz}, as {@link #powerMs2(Band)}. */
    double powerMs2(double lowHz, double highHz) {
        if (count == 0) {
            return Double.NaN;
        }
        int first = firstBin(lowHz);
        int end = firstBin(highHz);
        double sum = 0;
        for (int k = first; k < end; k++) {
            sum += densityMs2PerHz[k];
        }
        if (integration == Integration.TRAPEZOID && end > first) {
            sum -= (densityMs2PerHz[first] + densityMs2PerHz[end - 1]) / 2;
        }
        return sum * spacingHz;
    }

    /**
     * Returns the frequency of the largest density in a band, the lowest one of equals.
     *
     * @return the frequency, NaN if no bin lies in the band, where there is no spectrum, or where all is 0
     */
    public double peakHz(Band band) {
        int best = peakBin(band.lowHz(), band.highHz());
        return best >= 0 && densityMs2PerHz[best] > 0 ? frequencyHz(best) : Double.NaN;
    }

    /** Returns the bin of the largest density with {@code lowHz} &lt;= f &lt; {@code highHz}, -1 if there is none. */
    int peakBin(double lowHz, double highHz) {
        int best = -1;
        int end = firstBin(highHz);
        for (int k = firstBin(lowHz); k < end; k++) {
            if (best < 0 || densityMs2PerHz[k] > densityMs2PerHz[best]) {
                best = k;
            }
        }
        return best;
    }

    /** Returns the natural logarithm of a power in ms², NaN where it is only rounding. */
    static double lnPower(double powerMs2) {
        return powerMs2 > LEAST_MS2 ? StrictMath.log(powerMs2) : Double.NaN;
    }

    /** Returns the first bin with f &gt;= {@code hz}, at most count. */
    int firstBin(double hz) {
        if (count == 0) {
            return 0;
        }
        int k = (int) Math.min(count, Math.max(0, Math.floor(hz / spacingHz) - 1));
        while (k < count && frequencyHz(k) < hz) {
            k++;
        }
        return k;
    }
}
