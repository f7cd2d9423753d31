package org.soothe.sensor.serial;

import java.util.List;

/**
 * How a port is set: always eight data bits and one stop bit. Immutable.
 *
 * @param baudHz bits per second
 * @param oddParity whether a parity bit goes with each byte
 */
record LineRate(int baudHz, boolean oddParity) {

    /** What is tried when nobody said a rate: boards first, then oximeters, in the order of how common they are. */
    static final List<LineRate> USUAL = List.of(
            new LineRate(115_200, false),
            new LineRate(9_600, false),
            new LineRate(57_600, false),
            new LineRate(19_200, true),
            new LineRate(230_400, false),
            new LineRate(250_000, false),
            new LineRate(38_400, false),
            new LineRate(4_800, false));

    /** Says the rate to a person. */
    String words() {
        return baudHz + " baud" + (oddParity ? ", odd parity" : "");
    }
}
