package org.soothe.sensor.serial;

import java.util.Arrays;
import java.util.function.Consumer;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * Makes blocks of a pulse wave from the samples of a device, with each block's place on the session axis. Samples without a
 * time are counted, and their rate is that of the protocol, or is measured over the first {@value #MEASURED_SECONDS} s, which
 * are not handed on. Not thread-safe.
 */
final class WaveAssembler {

    // Design: for samples without a time the device's clock is their count, divided by the rate that was measured
    // first; if
    // that rate was a little wrong, the device clock sees a drift and the blocks lie right all the same.

    static final int MEASURED_SECONDS = 3;
    private static final long MEASURED_NS = MEASURED_SECONDS * 1_000_000_000L;
    private static final long BLOCK_NS = 40_000_000L;
    private static final int LARGEST = 256;
    private static final int FEWEST = 10;
    private static final double CHANGED_RATIO = 0.03;
    private static final double NS_PER_S = 1e9;

    private final double protocolRateHz;
    private final Consumer<? super Waveform> out;
    private final DeviceClock clock = new DeviceClock();
    private final int[] block = new int[LARGEST];
    private int length;
    private long blockDeviceNs;
    private double sampleRateHz;
    private long sampleIndex;
    private long firstIndex = -1;
    private long firstArrivalNs;
    private long lastDeviceNs = -1;

    /**
     * Makes an empty assembler.
     *
     * @param protocolRateHz samples per second where the protocol says them, NaN where they are to be measured
     * @param out what takes the blocks
     */
    WaveAssembler(double protocolRateHz, Consumer<? super Waveform> out) {
        this.protocolRateHz = protocolRateHz;
        this.sampleRateHz = protocolRateHz;
        this.out = out;
    }

    /** Takes the next sample of a device without times. */
    void sample(int valueCount, long arrivalNs) {
        long index = sampleIndex++;
        if (!Double.isNaN(sampleRateHz)) {
            append(Math.round(index * (NS_PER_S / sampleRateHz)), valueCount, arrivalNs);
        }
    }

    /** Takes samples that the device timed. */
    void timed(SerialFrame.TimedSamples timed, long arrivalNs) {
        if (timed.sampleRateHz() != sampleRateHz) {
            flush(arrivalNs);
            sampleRateHz = timed.sampleRateHz();
        }
        for (int i = 0; i < timed.samples().size(); i++) {
            append(
                    timed.deviceNs() + Math.round(i * (NS_PER_S / sampleRateHz)),
                    timed.samples().get(i),
                    arrivalNs);
        }
    }

    private void append(long deviceNs, int valueCount, long arrivalNs) {
        double periodNs = NS_PER_S / sampleRateHz;
        if (length > 0 && Math.abs(deviceNs - blockDeviceNs - length * periodNs) > periodNs / 2) {
            flush(arrivalNs);
        }
        if (length == 0) {
            blockDeviceNs = deviceNs;
        }
        block[length++] = valueCount;
        lastDeviceNs = deviceNs;
        if (length == LARGEST || length * periodNs >= BLOCK_NS) {
            flush(arrivalNs);
        }
    }

    private void flush(long arrivalNs) {
        if (length > 0) {
            if (!clock.isStarted()) {
                clock.heard(lastDeviceNs, arrivalNs);
            }
            out.accept(new Waveform(
                    arrivalNs,
                    clock.toSessionNs(blockDeviceNs),
                    WaveformKind.PULSE_COUNT,
                    sampleRateHz,
                    Samples.of(Arrays.copyOf(block, length))));
            length = 0;
        }
    }

    /** Hears that everything that arrived at this time has been taken. */
    void endOfRead(long arrivalNs) {
        if (lastDeviceNs >= 0) {
            clock.heard(lastDeviceNs, arrivalNs);
            lastDeviceNs = -1;
            if (Math.abs(clock.driftRatio()) > CHANGED_RATIO && Double.isNaN(protocolRateHz) && firstIndex >= 0) {
                restart(arrivalNs);
            }
        } else if (Double.isNaN(sampleRateHz) && sampleIndex > 0) {
            measure(arrivalNs);
        }
    }

    private void measure(long arrivalNs) {
        if (firstIndex < 0) {
            firstIndex = sampleIndex;
            firstArrivalNs = arrivalNs;
        } else if (arrivalNs - firstArrivalNs >= MEASURED_NS && sampleIndex - firstIndex >= FEWEST) {
            sampleRateHz = (sampleIndex - firstIndex) * NS_PER_S / (arrivalNs - firstArrivalNs);
        }
    }

    /** Hears that samples without a time were lost, as many as lines that could not be read. */
    void lost(int count, long arrivalNs) {
        flush(arrivalNs);
        sampleIndex += count;
    }

    /** Begins anew: the device did, or the line was silent. */
    void restart(long arrivalNs) {
        flush(arrivalNs);
        clock.restart();
        sampleRateHz = protocolRateHz;
        sampleIndex = 0;
        firstIndex = -1;
        lastDeviceNs = -1;
    }

    /** Returns samples per second, NaN as long as they are not known. */
    double sampleRateHz() {
        return sampleRateHz;
    }
}
