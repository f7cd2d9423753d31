package org.soothe.cli;

import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.bluez.BluezBackend;

/** A way to Bluetooth, as typed on the command line. */
enum BleWay {
    /** BlueZ over D-Bus. */
    bluez;

    /** Returns how to open it on a bus; null for the system's. */
    BleBackend.Opener opener(@Nullable String bus) {
        return bus == null ? BluezBackend.system() : BluezBackend.at(bus, null);
    }
}
