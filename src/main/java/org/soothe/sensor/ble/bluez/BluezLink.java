package org.soothe.sensor.ble.bluez;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleLink;
import org.soothe.sensor.ble.BleLinkListener;
import org.soothe.sensor.ble.BleProblem;
import org.soothe.sensor.ble.GattUuid;

/** A device that BlueZ connected for us. */
final class BluezLink implements BleLink {

    // Design: a link is lost when its device says so, vanishes, or the daemon dies; all three come on the thread of the
    // bus, behind every value that came before. The lock makes sure that nothing is told after close.

    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    /** Some versions say that services are resolved before all of them are on the bus. */
    private static final long LATE_SERVICES_MS = 5_000;

    /** Services that have not changed for this long are all there; after a change on the strap's side they come one by one. */
    private static final long SETTLED_MS = 300;

    private static final int SETTLING_LOOKS = 15;

    /** An answer may overtake the signals that were sent before it. */
    private static final long LATE_SIGNALS_MS = 2_000;

    private final BluezBus bus;
    private final String path;
    private final BleLinkListener listener;
    private final Map<UUID, String> paths = new ConcurrentHashMap<>();
    private final Map<String, UUID> subscribed = new ConcurrentHashMap<>();
    private boolean batteryWanted;
    private boolean open;
    private boolean over;

    BluezLink(BluezBus bus, String path, BleLinkListener listener) {
        this.bus = bus;
        this.path = path;
        this.listener = listener;
    }

    void open() throws BleException, InterruptedException {
        connect();
        BluezObjects objects = bus.objects();
        objects.await(this::isConnected, LATE_SIGNALS_MS);
        boolean ended = objects.await(() -> isResolved() || !isConnected(), BleBackend.LIMIT_MS);
        bus.checkAlive();
        if (!ended) {
            throw new BleException(BleProblem.TIMED_OUT, "the strap does not tell its services");
        }
        objects.await(() -> !isConnected() || paths().containsKey(GattUuid.HEART_RATE_MEASUREMENT), LATE_SERVICES_MS);
        Map<UUID, String> settled = settledPaths(objects);
        synchronized (this) {
            paths.putAll(settled);
            bus.checkAlive();
            if (!isConnected()) {
                throw new BleException(BleProblem.LINK_LOST, "disconnected while its services were read");
            }
            open = true;
        }
    }

    private Map<UUID, String> settledPaths(BluezObjects objects) throws InterruptedException {
        Map<UUID, String> seen = paths();
        for (int look = 0; look < SETTLING_LOOKS; look++) {
            Map<UUID, String> before = seen;
            objects.await(() -> !isConnected() || !paths().equals(before), SETTLED_MS);
            seen = paths();
            if (seen.equals(before)) {
                break;
            }
        }
        return seen;
    }

    private void connect() throws BleException, InterruptedException {
        try {
            bus.call("connect", () -> {
                bus.remote(path, Device1.class).Connect();
                return true;
            });
        } catch (BleException e) {
            // The bus library gives up before BlueZ does; an attempt of another program is as good as ours.
            boolean goesOn = e.problem() == BleProblem.TIMED_OUT
                    || e.detail().contains("AlreadyConnected")
                    || e.detail().toLowerCase(Locale.ROOT).contains("in progress");
            bus.checkAlive();
            if (!goesOn || !bus.objects().await(this::isConnected, BleBackend.LIMIT_MS / 3)) {
                throw e;
            }
        }
    }

    private boolean isConnected() {
        return bus.objects().isTrue(path, BluezBackend.DEVICE, "Connected");
    }

    private boolean isResolved() {
        return bus.objects().isTrue(path, BluezBackend.DEVICE, "ServicesResolved");
    }

    private Map<UUID, String> paths() {
        Map<UUID, String> found = new ConcurrentHashMap<>();
        for (String each : bus.objects().paths(path + "/", CHARACTERISTIC)) {
            String uuid = bus.objects().text(each, CHARACTERISTIC, "UUID");
            if (uuid != null) {
                found.putIfAbsent(UUID.fromString(uuid), each);
            }
        }
        return found;
    }

    @Override
    public Set<UUID> characteristics() {
        Set<UUID> all = ConcurrentHashMap.newKeySet();
        all.addAll(paths.keySet());
        all.add(GattUuid.BATTERY_LEVEL);
        return Set.copyOf(all);
    }

    @Override
    public byte[] read(UUID characteristic) throws BleException, InterruptedException {
        if (isBatteryOfSystem(characteristic)) {
            Integer percent = bus.objects().number(path, BluezBackend.BATTERY, "Percentage");
            if (percent == null) {
                throw new BleException(BleProblem.NOT_OFFERED, "no battery level yet");
            }
            return new byte[] {percent.byteValue()};
        }
        String at = pathOf(characteristic);
        return bus.call(
                "read " + characteristic,
                () -> bus.remote(at, GattCharacteristic1.class).ReadValue(Map.of()));
    }

    @Override
    public void write(UUID characteristic, byte[] value) throws BleException, InterruptedException {
        String at = pathOf(characteristic);
        bus.call("write " + characteristic, () -> {
            bus.remote(at, GattCharacteristic1.class).WriteValue(value, Map.of("type", new Variant<>("request")));
            return true;
        });
    }

    @Override
    public void subscribe(UUID characteristic) throws BleException, InterruptedException {
        if (isBatteryOfSystem(characteristic)) {
            subscribeToBattery();
            return;
        }
        String at = pathOf(characteristic);
        subscribed.put(at, characteristic);
        bus.call("turn on notifications of " + characteristic, () -> {
            bus.remote(at, GattCharacteristic1.class).StartNotify();
            return true;
        });
    }

    private synchronized void subscribeToBattery() {
        batteryWanted = true;
        tellBattery(bus.objects().number(path, BluezBackend.BATTERY, "Percentage"));
    }

    @Override
    public void unsubscribe(UUID characteristic) throws BleException, InterruptedException {
        if (isBatteryOfSystem(characteristic)) {
            synchronized (this) {
                batteryWanted = false;
            }
            return;
        }
        String at = pathOf(characteristic);
        subscribed.remove(at);
        bus.call("turn off notifications of " + characteristic, () -> {
            bus.remote(at, GattCharacteristic1.class).StopNotify();
            return true;
        });
    }

    private boolean isBatteryOfSystem(UUID characteristic) {
        return characteristic.equals(GattUuid.BATTERY_LEVEL) && !paths.containsKey(characteristic);
    }

    private String pathOf(UUID characteristic) throws BleException {
        String at = paths.get(characteristic);
        if (at == null) {
            throw new BleException(BleProblem.NOT_OFFERED, "no characteristic " + characteristic);
        }
        return at;
    }

    /** Runs on the thread of the bus. */
    void changed(String where, String iface, Map<String, Object> values) {
        if (where.equals(path)) {
            deviceChanged(iface, values);
        } else if (iface.equals(CHARACTERISTIC) && values.containsKey("Value")) {
            UUID characteristic = subscribed.get(where);
            if (characteristic != null) {
                tell(characteristic, bytes(values.get("Value")));
            }
        } else if (subscribed.containsKey(where) && !bus.objects().has(where, CHARACTERISTIC)) {
            // Its services were read anew: what we listened to stays silent for ever.
            lose(BleProblem.LINK_LOST, "the strap changed its services");
        } else if (path.startsWith(where + "/") && !bus.objects().has(where, BluezBackend.ADAPTER)) {
            lose(BleProblem.NO_ADAPTER, "the Bluetooth adapter vanished");
        }
    }

    private void deviceChanged(String iface, Map<String, Object> values) {
        if (iface.equals(BluezBackend.DEVICE) && !isConnected()) {
            lose(BleProblem.LINK_LOST, "the strap disconnected");
        } else if (iface.equals(BluezBackend.BATTERY)) {
            synchronized (this) {
                if (batteryWanted && values.get("Percentage") instanceof Number percent) {
                    tellBattery(percent.intValue());
                }
            }
        }
    }

    private void tellBattery(@Nullable Integer percent) {
        if (percent != null) {
            tell(GattUuid.BATTERY_LEVEL, new byte[] {percent.byteValue()});
        }
    }

    private synchronized void tell(UUID characteristic, byte[] value) {
        if (!over) {
            listener.received(characteristic, value);
        }
    }

    /** A byte array inside a variant is an array where a call returned it, and a list where a signal brought it. */
    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        List<?> list = value instanceof List<?> some ? some : List.of();
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i) instanceof Number number ? number.byteValue() : 0;
        }
        return bytes;
    }

    synchronized void lose(BleProblem problem, String detail) {
        if (open && !over) {
            over = true;
            listener.lost(problem, detail);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        try {
            bus.call("disconnect", () -> {
                bus.remote(path, Device1.class).Disconnect();
                return true;
            });
        } catch (BleException e) {
            // Disconnected already, or the daemon is gone; both end a link.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
