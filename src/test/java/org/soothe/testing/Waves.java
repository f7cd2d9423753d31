package org.soothe.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * Recorded waves of the test data. A file {@code *.diff16.gz} holds, compressed, the difference of each sample to the one
 * before (the first one to 0) as a 16-bit number, little-endian.
 */
public final class Waves {

    private Waves() {}

    /** Returns the samples of a file of {@code src/test/resources/data}, times a factor. */
    public static int[] read(String path, int factor) {
        byte[] bytes;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(ReferenceRecordings.bytes(path)))) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] samples = new int[bytes.length / 2];
        int value = 0;
        for (int i = 0; i < samples.length; i++) {
            value += (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
            samples[i] = value * factor;
        }
        return samples;
    }

    /** Returns a wave in blocks that each arrive when their last sample is over. */
    public static List<Waveform> blocks(WaveformKind kind, double rateHz, int[] samples, int blockCount) {
        List<Waveform> blocks = new ArrayList<>();
        for (int from = 0; from < samples.length; from += blockCount) {
            int count = Math.min(blockCount, samples.length - from);
            int[] part = new int[count];
            System.arraycopy(samples, from, part, 0, count);
            blocks.add(new Waveform(
                    Math.round((from + count) * 1e9 / rateHz),
                    Math.round(from * 1e9 / rateHz),
                    kind,
                    rateHz,
                    Samples.of(part)));
        }
        return blocks;
    }

    /** Returns a wave as another sample rate would have taken it, read from straight lines between the samples. */
    public static int[] resampled(int[] samples, double fromHz, double toHz) {
        int count = (int) ((samples.length - 1) * toHz / fromHz);
        int[] other = new int[count];
        for (int i = 0; i < count; i++) {
            double at = i * fromHz / toHz;
            int before = (int) at;
            other[i] = (int) Math.round(samples[before] + (at - before) * (samples[before + 1] - samples[before]));
        }
        return other;
    }
}
