package org.soothe.sensor.ble.rig;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluez.Device1;
import org.bluez.GattManager1;
import org.bluez.LEAdvertisingManager1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** A strap on the second controller of the virtual machine, behind the real daemon. Closing it is taking it off the air. */
public final class StrapOnAir implements AutoCloseable {

    // Design: straps take turns with their handles, each at another place than the one before it, because BlueZ cannot
    // tell that its services changed once a handle is above 1024 (docs/decisions/0101).

    private static final int FIRST_HANDLE = 0x20;
    private static final int PLACES = 40;

    private static final String ADAPTER = "/org/bluez/hci1";
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MS = 300;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String busAddress;
    private final DBusConnection bus;
    private final Strap strap;

    /** Puts a strap on the air, with object paths that no strap before it had. */
    public StrapOnAir(String busAddress, String name) throws DBusException {
        this.busAddress = busAddress;
        bus = DBusConnectionBuilder.forAddress(busAddress).withShared(false).build();
        int number = NUMBER.incrementAndGet();
        String base = "/rig/strap" + number;
        strap = Strap.ofRealDaemon(bus, base, FIRST_HANDLE + number % PLACES * Strap.HANDLES);
        try {
            advertise(base, name);
        } catch (DBusException | DBusExecutionException e) {
            bus.disconnect();
            throw e;
        }
    }

    private void advertise(String base, String name) throws DBusException {
        strap.export();
        StrapAdvertisement advertisement = new StrapAdvertisement(bus, base + "/ad", name);
        bus.exportObject(advertisement.path(), advertisement);
        bus.getRemoteObject("org.bluez", ADAPTER, Properties.class).Set("org.bluez.Adapter1", "Powered", true);
        bus.getRemoteObject("org.bluez", ADAPTER, GattManager1.class).RegisterApplication(new DBusPath(base), Map.of());
        bus.getRemoteObject("org.bluez", ADAPTER, LEAdvertisingManager1.class)
                .RegisterAdvertisement(new DBusPath(advertisement.path()), Map.of());
    }

    /** Puts a strap on the air as soon as a daemon that was just started has found its radios. */
    public static StrapOnAir whenPossible(String busAddress, String name) throws DBusException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new StrapOnAir(busAddress, name);
            } catch (DBusExecutionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }

    /** The strap's program ends, as it does when its daemon is gone. */
    public void leave() {
        bus.disconnect();
    }

    /** Returns the strap. */
    public Strap strap() {
        return strap;
    }

    /** Breaks the link from the strap's side, as going out of range does. */
    public void dropLink() throws DBusException {
        strap.disconnected();
        dropLink(bus);
    }

    private static void dropLink(DBusConnection bus) throws DBusException {
        for (Map.Entry<DBusPath, Map<String, Map<String, Variant<?>>>> object : bus.getRemoteObject(
                        "org.bluez", "/", ObjectManager.class)
                .GetManagedObjects()
                .entrySet()) {
            String path = object.getKey().getPath();
            Map<String, Variant<?>> device = object.getValue().getOrDefault("org.bluez.Device1", Map.of());
            Variant<?> connected = device.get("Connected");
            if (path.startsWith(ADAPTER + "/") && connected != null && Boolean.TRUE.equals(connected.getValue())) {
                bus.getRemoteObject("org.bluez", path, Device1.class).Disconnect();
            }
        }
    }

    /** Its services and its advertisement go first, so that nobody finds it again; then the link. */
    @Override
    public void close() throws DBusException {
        bus.disconnect();
        DBusConnection other =
                DBusConnectionBuilder.forAddress(busAddress).withShared(false).build();
        dropLink(other);
        other.disconnect();
    }
}
