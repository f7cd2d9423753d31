package org.soothe.sensor.ble.rig;

import org.bluez.LEAdvertisement1;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.soothe.sensor.ble.GattUuid;

/** What a strap says on the air. */
public final class StrapAdvertisement extends BusObject implements LEAdvertisement1 {

    StrapAdvertisement(DBusConnection bus, String path, String name) {
        super(bus, path, "org.bluez.LEAdvertisement1");
        with("Type", "peripheral", "s");
        with("ServiceUUIDs", new String[] {GattUuid.HEART_RATE_SERVICE.toString()}, "as");
        with("LocalName", name, "s");
        with("Discoverable", true, "b");
    }

    @Override
    public void Release() {
        // The daemon took it off the air.
    }
}
