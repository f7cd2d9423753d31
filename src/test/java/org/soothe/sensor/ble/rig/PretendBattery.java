package org.soothe.sensor.ble.rig;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** The charge that the daemon reads by itself: a second interface of the device, which appears some time after connecting. */
final class PretendBattery {

    static final String IFACE = "org.bluez.Battery1";

    private final DBusConnection bus;
    private final String path;
    private @Nullable Byte percent;

    PretendBattery(DBusConnection bus, String path) {
        this.bus = bus;
        this.path = path;
    }

    Map<String, Map<String, Variant<?>>> interfaces() {
        return percent == null ? Map.of() : Map.of(IFACE, Map.of("Percentage", new Variant<>(percent, "y")));
    }

    void set(int newPercent) throws DBusException {
        boolean isNew = percent == null;
        percent = (byte) newPercent;
        if (isNew) {
            bus.sendMessage(new ObjectManager.InterfacesAdded("/", new DBusPath(path), interfaces()));
        } else {
            bus.sendMessage(new Properties.PropertiesChanged(
                    path, IFACE, Map.of("Percentage", new Variant<>(percent, "y")), List.of()));
        }
    }

    void vanish() throws DBusException {
        if (percent != null) {
            percent = null;
            bus.sendMessage(new ObjectManager.InterfacesRemoved("/", new DBusPath(path), List.of(IFACE)));
        }
    }
}
