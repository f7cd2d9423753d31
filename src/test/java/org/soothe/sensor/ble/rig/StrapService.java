package org.soothe.sensor.ble.rig;

import java.util.UUID;
import org.bluez.GattService1;
import org.freedesktop.dbus.connections.impl.DBusConnection;

/** A service of the strap. */
public final class StrapService extends BusObject implements GattService1 {

    StrapService(DBusConnection bus, String path, UUID uuid) {
        super(bus, path, "org.bluez.GattService1");
        with("UUID", uuid.toString(), "s");
        with("Primary", true, "b");
    }
}
