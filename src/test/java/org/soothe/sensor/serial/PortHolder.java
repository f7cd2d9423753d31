package org.soothe.sensor.serial;

import java.io.IOException;

/** Another program that has the port open until its input ends. */
final class PortHolder {

    private PortHolder() {}

    public static void main(String[] arguments) throws IOException {
        if (SerialWire.open(arguments[0], LineRate.USUAL.get(0)) instanceof SerialWire.Opening.Open open) {
            try (SerialWire wire = open.wire()) {
                System.out.println("open");
                while (System.in.read() >= 0) {
                    wire.read(new byte[1]);
                }
            }
        }
    }
}
