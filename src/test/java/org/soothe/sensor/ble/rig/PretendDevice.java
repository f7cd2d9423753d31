package org.soothe.sensor.ble.rig;

import org.bluez.Device1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.soothe.sensor.ble.GattUuid;

/** The strap, or another one beside it, as the pretend daemon shows it. */
public final class PretendDevice extends BusObject implements Device1 {

    private final PretendBluez daemon;
    private final boolean isNeighbour;

    PretendDevice(PretendBluez daemon, DBusConnection bus, String address, String name) {
        super(bus, PretendBluez.ADAPTER + "/dev_" + address.replace(':', '_'), "org.bluez.Device1");
        this.daemon = daemon;
        this.isNeighbour = !address.equals(PretendBluez.ADDRESS);
        with("Address", address, "s");
        with("Name", name, "s");
        with("Alias", name, "s");
        with("Adapter", new DBusPath(PretendBluez.ADAPTER), "o");
        with("UUIDs", new String[] {GattUuid.HEART_RATE_SERVICE.toString()}, "as");
        with("Paired", false, "b");
        with("Connected", false, "b");
        with("ServicesResolved", false, "b");
    }

    @Override
    public void Connect() {
        if (isNeighbour) {
            throw error("org.bluez.Error.Failed", "le-connection-abort-by-local");
        }
        try {
            daemon.connect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void Disconnect() {
        daemon.dropLink();
    }

    @Override
    public void ConnectProfile(String uuid) {
        throw error("org.bluez.Error.NotSupported", "Operation is not supported");
    }

    @Override
    public void DisconnectProfile(String uuid) {
        throw error("org.bluez.Error.NotSupported", "Operation is not supported");
    }

    @Override
    public void Pair() {
        throw error("org.bluez.Error.AuthenticationFailed", "Authentication Failed");
    }

    @Override
    public void CancelPairing() {
        throw error("org.bluez.Error.DoesNotExist", "Does Not Exist");
    }
}
