package org.soothe.event;

import java.util.Objects;

/**
 * A block of evenly sampled sensor data. Immutable.
 *
 * <p>A block arrives when its last sample is already a while ago: half a second from a chest strap. Its events are ordered by
 * arrival like all others; where the samples lie in time stands beside it.
 *
 * @param timeNs arrival of the block on the session axis
 * @param firstSampleNs time of the first sample on the session axis, mapped from the sensor's own clock where it has one
 * @param kind what was sampled, which also names the unit of the samples
 * @param sampleRateHz samples per second
 * @param samples the samples, oldest first
 */
public record Waveform(long timeNs, long firstSampleNs, WaveformKind kind, double sampleRateHz, Samples samples)
        implements Event {

    /** Checks that nothing is missing. What the sensor sent is not judged here. */
    public Waveform {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(samples, "samples");
    }

    @Override
    public Waveform at(long newNs) {
        return new Waveform(newNs, firstSampleNs, kind, sampleRateHz, samples);
    }
}
