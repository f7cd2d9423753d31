package org.soothe.recording.formats.xdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One stream of an XDF file: samples of one or more channels, numbers or texts, each with a time in seconds. Not
 * thread-safe while it is filled.
 *
 * <p>Reference: Extensible Data Format, version 1.0, of the Swartz Center for Computational Neuroscience.
 */
public final class XdfStream {
    private final String name;
    private final String type;
    private final double rateHz;
    private final List<Channel> channels;
    private final boolean texts;
    private double[] timesS = new double[256];
    private double[] values = new double[256];
    private final List<String> words = new ArrayList<>();
    private int size;

    /**
     * One channel of a stream. Immutable.
     *
     * @param label what it is
     * @param unit its unit, empty where it has none
     */
    public record Channel(String label, String unit) {}

    private XdfStream(String name, String type, double rateHz, List<Channel> channels, boolean texts) {
        this.name = name;
        this.type = type;
        this.rateHz = rateHz;
        this.channels = List.copyOf(channels);
        this.texts = texts;
    }

    /** Returns an empty stream of numbers; a rate of 0 says that samples come at any time. */
    public static XdfStream ofNumbers(String name, String type, double rateHz, List<Channel> channels) {
        return new XdfStream(name, type, rateHz, channels, false);
    }

    /** Returns an empty stream of texts that come at any time. */
    public static XdfStream ofTexts(String name, String type, int channelCount) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < channelCount; i++) {
            channels.add(new Channel(type, ""));
        }
        return new XdfStream(name, type, 0, channels, true);
    }

    /** Adds a sample of numbers, one per channel. */
    public void add(double timeS, double... sample) {
        int width = channels.size();
        if (texts || sample.length != width) {
            throw new IllegalArgumentException("stream " + name + " takes " + width + " numbers per sample");
        }
        grow();
        if ((size + 1) * width > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, 2 * width));
        }
        System.arraycopy(sample, 0, values, size * width, width);
        timesS[size++] = timeS;
    }

    /** Adds a sample of texts, one per channel. */
    public void add(double timeS, String... sample) {
        if (!texts || sample.length != channels.size()) {
            throw new IllegalArgumentException("stream " + name + " takes " + channels.size() + " texts per sample");
        }
        grow();
        words.addAll(Arrays.asList(sample));
        timesS[size++] = timeS;
    }

    private void grow() {
        if (size == timesS.length) {
            timesS = Arrays.copyOf(timesS, 2 * size);
        }
    }

    /** Moves every time by what an offset of clocks says: intercept + slope × time, in seconds. */
    void shift(double interceptS, double slope) {
        for (int i = 0; i < size; i++) {
            timesS[i] += interceptS + slope * timesS[i];
        }
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns what kind of data it is, such as ECG or Markers. */
    public String type() {
        return type;
    }

    /** Returns samples per second, 0 where they come at any time. */
    public double rateHz() {
        return rateHz;
    }

    /** Returns the channels. */
    public List<Channel> channels() {
        return channels;
    }

    /** Returns whether its samples are texts. */
    public boolean isTexts() {
        return texts;
    }

    /** Returns how many samples there are. */
    public int size() {
        return size;
    }

    /** Returns the time of sample {@code i} in seconds. */
    public double timeS(int i) {
        return timesS[i];
    }

    /** Returns the number of a channel in sample {@code i}. */
    public double value(int i, int channel) {
        return values[i * channels.size() + channel];
    }

    /** Returns the text of a channel in sample {@code i}. */
    public String text(int i, int channel) {
        return words.get(i * channels.size() + channel);
    }
}
