package org.soothe.sensor.serial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    // first; if that rate was a little wrong, the device clock sees a drift and the blocks lie right all the same.

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
    private final List<Block> blocks = new ArrayList<>();
    private int length;
    private long blockDeviceNs;
    private double sampleRateHz;
    private long sampleIndex;
    private long firstIndex = -1;
    private long firstArrivalNs;
    private long lastDeviceNs = -1;

    /** Samples in a row that are complete, but not yet placed on the axis: the newest sample of a read tells most of it. */
    private record Block(long deviceNs, double sampleRateHz, Samples samples) {}

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
    void sample(int valueCount) {
        long index = sampleIndex++;
        if (!Double.isNaN(sampleRateHz)) {
            append(Math.round(index * (NS_PER_S / sampleRateHz)), valueCount);
        }
    }

    /** Takes samples that the device timed. */
    void timed(SerialFrame.TimedSamples timed) {
        if (timed.sampleRateHz() != sampleRateHz) {
            flush();
            sampleRateHz = timed.sampleRateHz();
        }
        for (int i = 0; i < timed.samples().size(); i++) {
            append(
                    timed.deviceNs() + Math.round(i * (NS_PER_S / sampleRateHz)),
                    timed.samples().get(i));
        }
    }

    private void append(long deviceNs, int valueCount) {
        double periodNs = NS_PER_S / sampleRateHz;
        if (length > 0 && Math.abs(deviceNs - blockDeviceNs - length * periodNs) > periodNs / 2) {
            flush();
        }
        if (length == 0) {
            blockDeviceNs = deviceNs;
        }
        block[length++] = valueCount;
        lastDeviceNs = deviceNs;
        if (length == LARGEST || length * periodNs >= BLOCK_NS) {
            flush();
        }
    }

    private void flush() {
        if (length > 0) {
            blocks.add(new Block(blockDeviceNs, sampleRateHz, Samples.of(Arrays.copyOf(block, length))));
            length = 0;
        }
    }

    /** Hears that everything that arrived at this time has been taken, and hands on what is complete. */
    void endOfRead(long arrivalNs) {
        if (lastDeviceNs >= 0) {
            clock.heard(lastDeviceNs, arrivalNs);
            lastDeviceNs = -1;
            handOn(arrivalNs);
            if (Math.abs(clock.driftRatio()) > CHANGED_RATIO && Double.isNaN(protocolRateHz) && firstIndex >= 0) {
                restart(arrivalNs);
            }
        } else if (Double.isNaN(sampleRateHz) && sampleIndex > 0) {
            measure(arrivalNs);
        }
    }

    private void handOn(long arrivalNs) {
        for (Block each : blocks) {
            out.accept(new Waveform(
                    arrivalNs,
                    clock.toSessionNs(each.deviceNs()),
                    WaveformKind.PULSE_COUNT,
                    each.sampleRateHz(),
                    each.samples()));
        }
        blocks.clear();
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
    void lost(int count) {
        flush();
        sampleIndex += count;
    }

    /** Begins anew: the device did, or the line was silent. */
    void restart(long arrivalNs) {
        flush();
        if (lastDeviceNs >= 0) {
            clock.heard(lastDeviceNs, arrivalNs);
        }
        handOn(arrivalNs);
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
