package org.soothe.sensor.ble.rig;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** Opens connections to a bus. */
final class Connections {

    private static final int ATTEMPTS = 5;

    private Connections() {}

    /** Opens a connection; where the library stumbles over a bus that has only just begun, once more. */
    static DBusConnection open(String address) throws DBusException {
        for (int attempt = 1; ; attempt++) {
            try {
                return DBusConnectionBuilder.forAddress(address)
                        .withShared(false)
                        .build();
            } catch (DBusException | RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
