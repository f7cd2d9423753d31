package org.soothe.event;

import java.util.Objects;

/**
 * A block of evenly sampled sensor data. Immutable.
 *
 * @param timeNs time of the first sample on the session axis
 * @param kind what was sampled, which also names the unit of the samples
 * @param sampleRateHz samples per second
 * @param samples the samples, oldest first
 */
public record Waveform(long timeNs, WaveformKind kind, double sampleRateHz, Samples samples) implements Event {

    /** Checks that nothing is missing. What the sensor sent is not judged here. */
    public Waveform {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(samples, "samples");
    }
}
