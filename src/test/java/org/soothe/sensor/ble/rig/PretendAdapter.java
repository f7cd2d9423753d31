package org.soothe.sensor.ble.rig;

import java.util.Map;
import org.bluez.Adapter1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;

/** The adapter of the pretend daemon. */
public final class PretendAdapter extends BusObject implements Adapter1 {

    private final PretendBluez daemon;

    PretendAdapter(PretendBluez daemon, DBusConnection bus) {
        super(bus, PretendBluez.ADAPTER, "org.bluez.Adapter1");
        this.daemon = daemon;
        with("Address", "00:11:22:33:44:55", "s");
        with("Name", "rig", "s");
        with("Alias", "rig", "s");
        with("Powered", true, "b");
        with("Discovering", false, "b");
    }

    boolean isPowered() {
        return isTrue("Powered");
    }

    boolean isDiscovering() {
        return isTrue("Discovering");
    }

    private boolean isTrue(String name) {
        Variant<?> value = properties().get(name);
        return value != null && Boolean.TRUE.equals(value.getValue());
    }

    @Override
    public void StartDiscovery() {
        daemon.startDiscovery();
    }

    @Override
    public void StopDiscovery() {
        daemon.stopDiscovery();
    }

    @Override
    public void RemoveDevice(DBusPath device) {
        throw error("org.bluez.Error.DoesNotExist", "Does Not Exist");
    }

    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
        if (!filter.containsKey("UUIDs")) {
            throw error("org.bluez.Error.InvalidArguments", "a scan without services would not see this strap");
        }
    }

    @Override
    public String[] GetDiscoveryFilters() {
        return new String[] {"UUIDs", "Transport"};
    }

    @Override
    public DBusPath ConnectDevice(Map<String, Variant<?>> properties) {
        throw error("org.bluez.Error.NotSupported", "Operation is not supported");
    }
}
