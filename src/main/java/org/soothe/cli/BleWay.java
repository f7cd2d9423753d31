package org.soothe.cli;

import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.bluez.BluezBackend;
import org.soothe.sensor.ble.tinyb.TinybBackend;

/** A way to Bluetooth, as typed on the command line. */
enum BleWay {
    /** BlueZ over D-Bus. */
    bluez,
    /** TinyB, native code on the system's bus. */
    tinyb;

    /** Returns how to open it on a bus; null for the system's, which is the only one that TinyB knows. */
    BleBackend.Opener opener(@Nullable String bus) {
        return switch (this) {
            case bluez -> bus == null ? BluezBackend.system() : BluezBackend.at(bus, null);
            case tinyb -> () -> TinybBackend.open(null);
        };
    }
}
