package org.soothe.sensor.ble.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.bluez.BluezBackend;

/** A message bus inside this process, with a pretend Bluetooth daemon on it. Each part can be stopped and started. */
public final class LightRig implements AutoCloseable {

    private static final long BUS_LIMIT_MS = 8_000;
    private static final int BUS_ATTEMPTS = 5;

    private final Path folder;
    private final Path socket;
    private final String address;
    private @Nullable EmbeddedDBusDaemon bus;
    private @Nullable DBusConnection voice;
    private @Nullable PretendBluez bluez;

    /** Starts a bus and a daemon with a strap in reach. */
    public LightRig() throws IOException, DBusException {
        folder = Files.createTempDirectory("rig");
        socket = folder.resolve("bus");
        address = "unix:path=" + socket;
        startBus();
        startDaemon();
    }

    /** Returns the address of the bus. */
    public String address() {
        return address;
    }

    /** Returns the backend under test, on this bus. */
    public BleBackend.Opener opener() {
        return BluezBackend.at(address, null);
    }

    /** Returns the daemon that runs. */
    public PretendBluez bluez() {
        PretendBluez running = bluez;
        if (running == null) {
            throw new IllegalStateException("the daemon is stopped");
        }
        return running;
    }

    /** Starts the daemon. */
    public void startDaemon() throws DBusException {
        bluez = new PretendBluez(address);
    }

    /** Stops the daemon. */
    public void stopDaemon() throws DBusException {
        bluez().close();
        bluez = null;
        sayThatTheDaemonLeft();
    }

    /** The bus of the library sends this signal without its content; here it is whole, as real buses send it. */
    private void sayThatTheDaemonLeft() throws DBusException {
        if (voice != null) {
            voice.sendMessage(
                    new DBus.NameOwnerChanged("/org/freedesktop/DBus", "org.bluez", voice.getUniqueName(), ""));
        }
    }

    /**
     * Starts the bus. The library's bus stops listening after its first guest if its own thread has not begun by then, so nobody
     * comes before it has; should it not come up all the same, another one is started.
     */
    public void startBus() throws DBusException, IOException {
        for (int attempt = 1; ; attempt++) {
            EmbeddedDBusDaemon started = new EmbeddedDBusDaemon(address + ",listen=true");
            try {
                started.startInBackgroundAndWait(BUS_LIMIT_MS);
                awaitThread(started);
                voice = Connections.open(address);
                bus = started;
                return;
            } catch (DBusException | RuntimeException e) {
                started.close();
                Files.deleteIfExists(socket);
                if (attempt == BUS_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void awaitThread(EmbeddedDBusDaemon started) {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUS_LIMIT_MS);
        while (!started.isRunning() && System.nanoTime() < endNs) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Stops the bus, with the daemon on it. */
    public void stopBus() throws IOException {
        if (bluez != null) {
            bluez.close();
            bluez = null;
        }
        if (voice != null) {
            voice.disconnect();
            voice = null;
        }
        if (bus != null) {
            bus.close();
            bus = null;
        }
        Files.deleteIfExists(socket);
    }

    @Override
    public void close() throws IOException {
        stopBus();
        Files.deleteIfExists(folder);
    }
}
