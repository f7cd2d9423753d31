package org.soothe.sensor.ble;

import java.util.Objects;
import org.soothe.event.Samples;

/**
 * One notification of Polar measurement data that carries samples. Immutable.
 *
 * <p>Bytes, least significant first:
 *
 * <pre>
 *  offset  0      1                        9            10
 *        +------+------------------------+------------+----------------
 *        | type | time of the LAST       | frame type | samples
 *        | 1    | sample, 8              | 1          |
 *        +------+------------------------+------------+----------------
 *
 *  type        low 6 bits: 0 electrocardiogram, 2 acceleration
 *  time        nanoseconds since 2000-01-01 by the strap's own clock
 *  frame type  bit 7: delta-compressed; low 7 bits: how samples are written
 *              electrocardiogram 0: each 3 bytes, signed, microvolts
 *              acceleration 1: each x, y, z of 2 bytes, signed, thousandths of standard gravity
 * </pre>
 */
sealed interface PmdFrame {

    /** What can be wrong with a frame. */
    enum Reason {
        /** The frame ends before its samples. */
        HEAD_CUT_OFF,
        /** No measurement that we read. */
        UNKNOWN_TYPE,
        /** Samples written as differences; H10 straps do not use it for what we ask for. */
        COMPRESSED,
        /** A way of writing samples that we do not know. */
        UNKNOWN_FRAME_TYPE,
        /** The frame ends inside a sample. */
        SAMPLE_CUT_OFF,
        /** There is not a single sample. */
        NO_SAMPLE
    }

    /**
     * Samples of a stream.
     *
     * @param stream what was sampled
     * @param lastSampleNs time of the last sample by the strap's clock
     * @param samples the samples in microvolts or thousandths of standard gravity, oldest first, channel after channel within each
     */
    record Data(PmdStream stream, long lastSampleNs, Samples samples) implements PmdFrame {

        public Data {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(samples, "samples");
        }

        int channelCount() {
            return stream == PmdStream.ECG ? 1 : AXES;
        }

        int sampleCount() {
            return samples.size() / channelCount();
        }

        /** Returns the samples of one channel. */
        Samples channel(int channel) {
            int[] values = new int[sampleCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = samples.get(i * channelCount() + channel);
            }
            return Samples.of(values);
        }
    }

    /** Bytes that are no frame, or not one that we read; dropped and counted. */
    record Malformed(Reason reason) implements PmdFrame {}

    /** Bytes before the samples. */
    int HEAD_BYTES = 10;

    /** Axes of acceleration. */
    int AXES = 3;

    /** Returns what a notification says. Never throws on what a strap sends. */
    static PmdFrame decode(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            return new Malformed(Reason.HEAD_CUT_OFF);
        }
        int type = bytes[0] & 0x3F;
        if (type != PmdStream.ECG.type() && type != PmdStream.ACC.type()) {
            return new Malformed(Reason.UNKNOWN_TYPE);
        }
        if (bytes[9] < 0) {
            return new Malformed(Reason.COMPRESSED);
        }
        boolean isEcg = type == PmdStream.ECG.type();
        if (bytes[9] != (isEcg ? 0 : 1)) {
            return new Malformed(Reason.UNKNOWN_FRAME_TYPE);
        }
        int width = isEcg ? 3 : 2;
        int bytesOfSamples = bytes.length - HEAD_BYTES;
        if (bytesOfSamples == 0) {
            return new Malformed(Reason.NO_SAMPLE);
        }
        if (bytesOfSamples % (isEcg ? width : width * AXES) != 0) {
            return new Malformed(Reason.SAMPLE_CUT_OFF);
        }
        int[] values = new int[bytesOfSamples / width];
        for (int i = 0; i < values.length; i++) {
            values[i] = signed(bytes, HEAD_BYTES + i * width, width);
        }
        return new Data(isEcg ? PmdStream.ECG : PmdStream.ACC, time(bytes), Samples.of(values));
    }

    private static int signed(byte[] bytes, int at, int width) {
        int value = bytes[at + width - 1];
        for (int i = width - 2; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(bytes[at + i]);
        }
        return value;
    }

    private static long time(byte[] bytes) {
        long value = 0;
        for (int i = Long.BYTES; i >= 1; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return value;
    }
}
