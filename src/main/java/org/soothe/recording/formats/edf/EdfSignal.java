package org.soothe.recording.formats.edf;

import java.util.Arrays;

/**
 * One evenly sampled signal of an EDF file: 16-bit numbers and how they become physical ones. Immutable.
 *
 * <pre>physical = physicalMin + (digital - digitalMin) (physicalMax - physicalMin) / (digitalMax - digitalMin)</pre>
 */
public final class EdfSignal {
    private final String label;
    private final String dimension;
    private final double physicalMin;
    private final double physicalMax;
    private final int digitalMin;
    private final int digitalMax;
    private final double rateHz;
    private final short[] samples;

    /**
     * Makes a signal; the samples are not copied.
     *
     * @param label what it is, at most 16 characters
     * @param dimension its unit, at most 8 characters
     * @param physicalMin physical value of the smallest number
     * @param physicalMax physical value of the largest number
     * @param digitalMin smallest number
     * @param digitalMax largest number
     * @param rateHz samples per second
     * @param samples the numbers
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // a signal of the format has them all
    public EdfSignal(
            String label,
            String dimension,
            double physicalMin,
            double physicalMax,
            int digitalMin,
            int digitalMax,
            double rateHz,
            short[] samples) {
        if (!(digitalMax > digitalMin) || physicalMax == physicalMin || !(rateHz > 0)) {
            throw new IllegalArgumentException("signal " + label + " has an empty range or no rate");
        }
        this.label = label;
        this.dimension = dimension;
        this.physicalMin = physicalMin;
        this.physicalMax = physicalMax;
        this.digitalMin = digitalMin;
        this.digitalMax = digitalMax;
        this.rateHz = rateHz;
        this.samples = samples;
    }

    /** Returns what the signal is. */
    public String label() {
        return label;
    }

    /** Returns its unit as the file writes it. */
    public String dimension() {
        return dimension;
    }

    /** Returns samples per second. */
    public double rateHz() {
        return rateHz;
    }

    /** Returns how many samples there are. */
    public int size() {
        return samples.length;
    }

    /** Returns the number of sample {@code i}. */
    public int digital(int i) {
        return samples[i];
    }

    /** Returns the physical value of sample {@code i}. */
    public double physical(int i) {
        return physicalMin
                + (samples[i] - digitalMin) * (physicalMax - physicalMin) / ((double) digitalMax - digitalMin);
    }

    double physicalMin() {
        return physicalMin;
    }

    double physicalMax() {
        return physicalMax;
    }

    int digitalMin() {
        return digitalMin;
    }

    int digitalMax() {
        return digitalMax;
    }

    /** Returns the samples from one index (inclusive) to another (exclusive), those beyond the end as the smallest number. */
    short[] slice(int from, int to) {
        short[] out = new short[to - from];
        Arrays.fill(out, (short) digitalMin);
        if (from < samples.length) {
            System.arraycopy(samples, from, out, 0, Math.min(to, samples.length) - from);
        }
        return out;
    }
}
