package org.soothe.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the control point of Polar measurement data says. Immutable.
 *
 * <pre>
 *  offset  0      1         2      3        4      5
 *        +------+---------+------+--------+------+------------------
 *        | F0   | command | type | status | more | settings, if any      answer to a command
 *        +------+---------+------+--------+------+------------------
 *        | 0F   | features: bit n for measurement type n                 what was read
 *        +------+---------
 *        | 01   | types that the strap stopped by itself
 *        +------+---------
 * </pre>
 *
 * <p>The more flag and what follows it may be missing after an error.
 */
sealed interface PmdReply {

    /** Answer to a command. */
    record Answer(
            int commandCount,
            int typeCount,
            int statusCount,
            @Nullable PmdSettings settings) implements PmdReply {

        private static final List<String> STATUS = List.of(
                "done",
                "the strap does not know this command",
                "the strap does not know this kind of measurement",
                "the strap does not offer this measurement",
                "the strap refuses the length of the command",
                "the strap refuses a setting of the command",
                "the measurement runs already, or does not run",
                "the strap refuses the number of samples per second",
                "the strap refuses the resolution",
                "the strap refuses the range",
                "the connection cuts packets too short for this measurement (ATT MTU): the strap needs about 70 bytes",
                "the strap refuses the number of channels",
                "the strap is in a state in which it cannot measure",
                "the strap is charging");

        /** Whether the command was carried out. */
        boolean isDone() {
            return statusCount == 0;
        }

        /** Whether the stream was in the state asked for before. */
        boolean wasSoAlready() {
            return statusCount == 6;
        }

        String words() {
            return statusCount < STATUS.size()
                    ? STATUS.get(statusCount)
                    : "the strap answers with status " + statusCount;
        }
    }

    /** Which types the strap can measure. */
    record Features(int maskCount) implements PmdReply {

        boolean offers(PmdStream stream) {
            return (maskCount >> stream.type() & 1) != 0;
        }
    }

    /** Streams that the strap stopped by itself. */
    record Stopped(List<Integer> typesCount) implements PmdReply {

        public Stopped {
            typesCount = List.copyOf(typesCount);
        }
    }

    /** Bytes that are none of these. */
    record Malformed(String reason) implements PmdReply {}

    /** Returns what bytes of the control point say. Never throws on what a strap sends. */
    static PmdReply decode(byte[] bytes) {
        if (bytes.length < 2) {
            return new Malformed("too short");
        }
        return switch (Byte.toUnsignedInt(bytes[0])) {
            case 0xF0 -> answer(bytes);
            case 0x0F -> new Features(Byte.toUnsignedInt(bytes[1]));
            case 0x01 -> stopped(bytes);
            default -> new Malformed("unknown first byte " + Byte.toUnsignedInt(bytes[0]));
        };
    }

    private static PmdReply answer(byte[] bytes) {
        if (bytes.length < 4) {
            return new Malformed("an answer that ends before its status");
        }
        PmdSettings settings = bytes.length > 5 ? PmdSettings.decode(bytes, 5) : PmdSettings.none();
        return new Answer(
                Byte.toUnsignedInt(bytes[1]), Byte.toUnsignedInt(bytes[2]), Byte.toUnsignedInt(bytes[3]), settings);
    }

    private static PmdReply stopped(byte[] bytes) {
        List<Integer> types = new ArrayList<>();
        for (int i = 1; i < bytes.length; i++) {
            types.add(Byte.toUnsignedInt(bytes[i]));
        }
        return new Stopped(types);
    }
}
