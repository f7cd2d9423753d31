package org.soothe.sensor.browser;

import java.util.Arrays;
import java.util.Objects;
import org.soothe.event.SensorState;

/** What a message of the page turned out to be. Immutable. */
sealed interface PageMessage {

    /**
     * A message that can be read; what all of them have.
     *
     * @param seqCount number of the message, from 0 in steps of 1 since the page began
     * @param pageNs when it happened, on the page's own monotonic clock
     * @param content what it says
     */
    record Spoken(long seqCount, long pageNs, Content content) implements PageMessage {
        public Spoken {
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * Not a message; it is dropped and counted.
     *
     * @param reason what is wrong, in words for a person
     */
    record Malformed(String reason) implements PageMessage {
        public Malformed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What a readable message says. */
    sealed interface Content {}

    /**
     * The page begins: its numbers and its clock start anew.
     *
     * @param details which browser on which system
     */
    record Hello(String details) implements Content {}

    /**
     * A strap was chosen.
     *
     * @param name its name for people
     * @param id what the browser finds it by again
     */
    record Device(String name, String id) implements Content {}

    /**
     * The connection between page and strap changed.
     *
     * @param state the new state
     * @param reason why, and what to do, in words for a person
     */
    record Link(SensorState state, String reason) implements Content {}

    /** Bytes of a characteristic, as they came. Immutable. */
    final class Packet implements Content {
        private final int characteristic;
        private final byte[] bytes;

        Packet(int characteristic, byte... bytes) {
            this.characteristic = characteristic;
            this.bytes = bytes.clone();
        }

        /** Returns the number of the characteristic, such as 0x2A37. */
        int characteristic() {
            return characteristic;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Packet that
                    && characteristic == that.characteristic
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * characteristic + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return Integer.toHexString(characteristic) + Arrays.toString(bytes);
        }
    }

    /** Nothing new: the page is still there. */
    record Alive() implements Content {}
}
