package org.soothe.sensor.ble.bluez;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bluez.Adapter1;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleDevice;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleLink;
import org.soothe.sensor.ble.BleLinkListener;
import org.soothe.sensor.ble.BleProblem;
import org.soothe.sensor.ble.GattUuid;

/**
 * Straps through BlueZ, the Bluetooth daemon of Linux, over the message bus: no native code, and the adapter stays shared with
 * every other program.
 */
public final class BluezBackend implements BleBackend {

    // Design: four habits of BlueZ decide the order of calls. Devices it knows are not announced again, so its
    // objects are read before a scan. Devices whose advertisement lacks a flag are hidden unless the scan asks for a
    // service. A scan disturbs a connection attempt, so it ends first. Paths of characteristics change with each
    // connection, so they are found anew by UUID.

    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String BATTERY = "org.bluez.Battery1";

    /** What BlueZ says where the radio reports no strength. */
    private static final int NO_RSSI = 127;

    private final @Nullable String adapterName;
    private final BluezBus bus;
    private final AtomicReference<@Nullable BluezScan> scan = new AtomicReference<>();
    private final AtomicReference<@Nullable BluezLink> link = new AtomicReference<>();

    private BluezBackend(@Nullable String address, @Nullable String adapterName)
            throws BleException, InterruptedException {
        this.adapterName = adapterName;
        this.bus = BluezBus.open(address, new BluezBus.Listener() {
            @Override
            public void changed(String path, String iface, Map<String, Object> values) {
                hear(path, iface, values);
            }

            @Override
            public void died(BleProblem problem, String detail) {
                BluezLink current = link.get();
                if (current != null) {
                    current.lose(problem, detail);
                }
            }
        });
    }

    /** Returns how to reach the daemon on this machine's system bus, or on the one {@code DBUS_SYSTEM_BUS_ADDRESS} names. */
    public static Opener system() {
        return () -> new BluezBackend(null, null);
    }

    /**
     * Returns how to reach the daemon on a given bus.
     *
     * @param address a D-Bus address such as {@code unix:path=/run/dbus/system_bus_socket}; null for the system bus
     * @param adapterName the adapter to use, such as {@code hci1}; null for the first that is switched on
     */
    public static Opener at(@Nullable String address, @Nullable String adapterName) {
        return () -> new BluezBackend(address, adapterName);
    }

    @Override
    public String name() {
        return "bluez";
    }

    @Override
    public void requireReady() throws BleException {
        String path = adapter();
        BluezScan running = scan.get();
        if (running != null && running.ended) {
            throw new BleException(BleProblem.POWERED_OFF, path + " was off for a moment");
        }
    }

    /** Returns the path of the adapter to use. */
    private String adapter() throws BleException {
        bus.checkAlive();
        String first = null;
        for (String path : bus.objects().paths("/org/bluez/", ADAPTER)) {
            if (adapterName == null || path.endsWith("/" + adapterName)) {
                if (bus.objects().isTrue(path, ADAPTER, "Powered")) {
                    return path;
                }
                first = first == null ? path : first;
            }
        }
        throw first == null
                ? new BleException(BleProblem.NO_ADAPTER, adapterName == null ? "no adapter" : "no " + adapterName)
                : new BleException(BleProblem.POWERED_OFF, first);
    }

    @Override
    public Scan scan(Consumer<BleDevice> seen) throws BleException, InterruptedException {
        String path = adapter();
        endScan();
        BluezScan started = new BluezScan(path, seen);
        scan.set(started);
        started.start();
        return started;
    }

    private void endScan() {
        BluezScan running = scan.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }

    @Override
    public BleLink connect(String address, BleLinkListener listener) throws BleException, InterruptedException {
        String path = adapter() + "/dev_" + address.replace(':', '_');
        endScan();
        if (!bus.objects().has(path, DEVICE)) {
            throw new BleException(BleProblem.NOT_FOUND, "the Bluetooth service does not know " + address);
        }
        BluezLink opened = new BluezLink(bus, path, listener);
        BluezLink before = link.getAndSet(opened);
        if (before != null) {
            before.close();
        }
        try {
            opened.open();
            return opened;
        } catch (BleException | InterruptedException e) {
            opened.close();
            throw e;
        }
    }

    /** Runs on the thread of the bus. */
    private void hear(String path, String iface, Map<String, Object> values) {
        BluezScan scanning = scan.get();
        if (scanning != null) {
            scanning.changed(path, iface);
        }
        BluezLink current = link.get();
        if (current != null) {
            current.changed(path, iface, values);
        }
    }

    @Override
    public void close() {
        endScan();
        BluezLink current = link.getAndSet(null);
        if (current != null) {
            current.close();
        }
        bus.close();
    }

    private final class BluezScan implements Scan {

        private final String adapter;
        private final Consumer<BleDevice> seen;
        private final Map<String, BleDevice> reported = new HashMap<>();
        private boolean closed;

        /** The radio went off meanwhile; it looks for nothing any more, even if it is on again. */
        private volatile boolean ended;

        BluezScan(String adapter, Consumer<BleDevice> seen) {
            this.adapter = adapter;
            this.seen = seen;
        }

        void start() throws BleException, InterruptedException {
            try {
                bus.call("start the scan", () -> {
                    Adapter1 remote = bus.remote(adapter, Adapter1.class);
                    remote.SetDiscoveryFilter(Map.of(
                            "Transport", new Variant<>("le"),
                            "UUIDs", new Variant<>(new String[] {GattUuid.HEART_RATE_SERVICE.toString()}, "as")));
                    remote.StartDiscovery();
                    return true;
                });
            } catch (BleException e) {
                if (!e.detail().contains("InProgress") && !e.detail().contains("in progress")) {
                    scan.compareAndSet(this, null);
                    throw e;
                }
            }
            bus.objects().paths(adapter + "/dev_", DEVICE).forEach(this::report);
        }

        void changed(String path, String iface) {
            if (path.equals(adapter) && iface.equals(ADAPTER) && !bus.objects().isTrue(path, ADAPTER, "Powered")) {
                ended = true;
            }
            if (path.startsWith(adapter + "/dev_") && (iface.equals(DEVICE) || iface.equals(BATTERY))) {
                report(path);
            }
        }

        private synchronized void report(String path) {
            BluezObjects objects = bus.objects();
            String address = objects.text(path, DEVICE, "Address");
            if (closed) {
                return;
            }
            if (address == null) {
                BleDevice forgotten = reported.remove(path);
                if (forgotten != null) {
                    seen.accept(forgotten.gone());
                }
                return;
            }
            String alias = objects.text(path, DEVICE, "Alias");
            Integer rssi = objects.number(path, DEVICE, "RSSI");
            BleDevice device = new BleDevice(
                    address,
                    alias == null ? address : alias,
                    objects.texts(path, DEVICE, "UUIDs").contains(GattUuid.HEART_RATE_SERVICE.toString()),
                    rssi != null,
                    objects.isTrue(path, DEVICE, "Connected"),
                    rssi == null || rssi == NO_RSSI ? null : rssi,
                    objects.number(path, BATTERY, "Percentage"));
            if (!device.equals(reported.put(path, device))) {
                seen.accept(device);
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            scan.compareAndSet(this, null);
            try {
                bus.call("end the scan", () -> {
                    bus.remote(adapter, Adapter1.class).StopDiscovery();
                    return true;
                });
            } catch (BleException e) {
                // Over already, or the daemon is gone; both end a scan.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
