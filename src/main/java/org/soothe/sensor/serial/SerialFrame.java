package org.soothe.sensor.serial;

import java.util.Objects;
import org.soothe.event.Samples;

/** One thing that a device said, whatever its protocol. Immutable. */
public sealed interface SerialFrame {

    /**
     * The next sample of a pulse wave, from a protocol without times. Immutable.
     *
     * @param valueCount the sample in counts of the converter
     */
    record Sample(int valueCount) implements SerialFrame {}

    /**
     * Samples of a pulse wave with the device's own time. Immutable.
     *
     * @param deviceNs time of the first sample on the device's clock, which begins anywhere and never wraps here
     * @param sampleRateHz samples per second, as the device says
     * @param samples the samples, oldest first
     */
    record TimedSamples(long deviceNs, double sampleRateHz, Samples samples) implements SerialFrame {

        /** Checks that nothing is missing. */
        public TimedSamples {
            Objects.requireNonNull(samples, "samples");
        }
    }

    /**
     * A beat that the device found. Immutable.
     *
     * @param rrMs interval since the beat before it
     * @param heartRateBpm the device's own heart rate, NaN where it sent none
     * @param follows false if the device's times tell that a beat before this one was lost on the way
     */
    record Beat(double rrMs, double heartRateBpm, boolean follows) implements SerialFrame {}

    /**
     * The device says what it is. Immutable.
     *
     * @param name its name for people
     */
    record Hello(String name) implements SerialFrame {

        /** Checks that there is a name. */
        public Hello {
            Objects.requireNonNull(name, "name");
        }
    }

    /** The device feels no pulse or has no finger, and says so: what it sends now is no wave. */
    record NoFinger() implements SerialFrame {}

    /** The device started anew. */
    record Restart() implements SerialFrame {}

    /**
     * Lines were lost on the way: samples before and after are no neighbours. Immutable.
     *
     * @param lineCount how many, 1 or more
     */
    record Lost(int lineCount) implements SerialFrame {}

    /**
     * Bytes that mean nothing in this protocol; they are dropped. Immutable.
     *
     * @param reason what is wrong
     */
    record Malformed(Reason reason) implements SerialFrame {

        /** Checks that there is a reason. */
        public Malformed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What can be wrong with bytes. */
    enum Reason {
        /** A line that is longer than any line of the protocol. */
        TOO_LONG,
        /** A line that the protocol does not know. */
        UNKNOWN_LINE,
        /** A number that is none, or that cannot be. */
        BAD_NUMBER,
        /** The checksum does not fit. */
        BAD_CHECKSUM,
        /** A byte that cannot stand where it stands. */
        OUT_OF_STEP
    }
}
