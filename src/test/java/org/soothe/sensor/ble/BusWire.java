package org.soothe.sensor.ble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.Message;
import org.jspecify.annotations.Nullable;
import org.soothe.latency.Wire;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.ble.bluez.BluezBackend;
import org.soothe.sensor.ble.rig.BusVoice;
import org.soothe.sensor.ble.rig.PretendBluez;
import org.soothe.sensor.ble.rig.RealBus;
import org.soothe.sensor.ble.rig.Strap;
import org.soothe.sensor.ble.rig.StrapBytes;
import org.soothe.time.SessionClock;

/**
 * The message bus of Linux, a process of its own, between a pretend Bluetooth service with a strap and this program. The bare
 * echo is another client of the same bus that does nothing but hear the strap's value change.
 */
public final class BusWire implements Wire {

    /** For a session's clock that runs many times as fast as the machine's: nothing is silent or given up. */
    private static final BleTiming PATIENT =
            new BleTiming(10_000_000, 5_000, 10_000_000, 100, 1_000, 10_000_000, 10_000_000, 5_000);

    private static final String DEVICE = PretendBluez.ADAPTER + "/dev_" + PretendBluez.ADDRESS.replace(':', '_');

    private final RealBus bus;
    private final PretendBluez bluez;
    private final BusVoice voice;
    private @Nullable Message next;
    private int beats;

    /** Starts the bus and the service. */
    public BusWire() {
        try {
            bus = new RealBus();
            bluez = new PretendBluez(bus.address());
            voice = new BusVoice(bus.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "Bluetooth message bus";
    }

    @Override
    public Sensor sensor(SessionClock clock) {
        return new BleSensor(BluezBackend.at(bus.address(), null), BleTarget.any(), Set.of(), clock, PATIENT);
    }

    @Override
    public void begin() throws InterruptedException {
        HeardEvents.until(() -> bluez.strap() != null && strap().heartRate().isNotifying());
    }

    private Strap strap() {
        return Objects.requireNonNull(bluez.strap(), "no strap is connected");
    }

    @Override
    public void prepare() throws DBusException {
        next = voice.notification(strap().heartRate().path(), StrapBytes.measurement(60, 1014 + beats++ % 20));
    }

    @Override
    public void send() throws IOException {
        voice.send(Objects.requireNonNull(next, "nothing was prepared"));
    }

    @Override
    public AutoCloseable echo(Runnable arrived) throws DBusException {
        DBusConnection client = DBusConnectionBuilder.forAddress(bus.address())
                .withShared(false)
                .build();
        client.addSigHandler(Properties.PropertiesChanged.class, signal -> {
            if (signal.getPropertiesChanged().containsKey("Value")) {
                arrived.run();
            }
        });
        client.getRemoteObject("org.bluez", PretendBluez.ADAPTER, Adapter1.class)
                .StartDiscovery();
        client.getRemoteObject("org.bluez", DEVICE, Device1.class).Connect();
        client.getRemoteObject("org.bluez", strap().heartRate().path(), GattCharacteristic1.class)
                .StartNotify();
        return client::disconnect;
    }

    @Override
    public void close() {
        try {
            voice.close();
            bluez.close();
            bus.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
