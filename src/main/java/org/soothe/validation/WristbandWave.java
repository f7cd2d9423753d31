package org.soothe.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.soothe.event.Event;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * The pulse wave of a wristband as the events of a sensor, a block each second. Read from {@code BVP.csv} (start, rate, then
 * samples, a line each), or from {@code .diff16.gz}: gzip of the differences of neighbouring samples, the first one to 0, as
 * 16-bit numbers, little-endian, samples in tenths. Stateless.
 */
final class WristbandWave {
    static final String COMPACT = "_BVP.diff16.gz";

    private static final int RATE_HZ = 64;
    private static final int HEADER_LINES = 2;

    private WristbandWave() {}

    static List<Event> ofCsv(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int[] samples = lines.stream()
                .skip(HEADER_LINES)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> (int) Math.rint(10 * Double.parseDouble(line.strip())))
                .toArray();
        return blocks(samples);
    }

    static List<Event> ofCompact(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = in.readAllBytes();
        }
        int[] samples = new int[bytes.length / 2];
        int value = 0;
        for (int i = 0; i < samples.length; i++) {
            value += (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
            samples[i] = value;
        }
        return blocks(samples);
    }

    private static List<Event> blocks(int[] samples) {
        List<Event> blocks = new ArrayList<>();
        for (int from = 0; from + RATE_HZ <= samples.length; from += RATE_HZ) {
            int[] part = new int[RATE_HZ];
            System.arraycopy(samples, from, part, 0, RATE_HZ);
            long firstNs = from / RATE_HZ * 1_000_000_000L;
            blocks.add(new Waveform(
                    firstNs + 1_000_000_000L, firstNs, WaveformKind.PULSE_COUNT, RATE_HZ, Samples.of(part)));
        }
        return blocks;
    }
}
