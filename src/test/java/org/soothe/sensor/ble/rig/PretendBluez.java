package org.soothe.sensor.ble.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Bluetooth daemon with one adapter and one strap, on any bus that lets it own {@code org.bluez}. Shapes and order of
 * the signals follow what BlueZ 5.66 does. It proves our reading of BlueZ; BlueZ itself is the judge in the virtual machine.
 */
public final class PretendBluez implements ObjectManager, AutoCloseable {

    /** Path of the adapter. */
    public static final String ADAPTER = "/org/bluez/hci0";
    /** Address of the strap. */
    public static final String ADDRESS = "C0:FF:EE:00:00:01";
    /** Name of the strap. */
    public static final String NAME = "Rig H10 0001";

    private final DBusConnection bus;
    private final Map<String, BusObject> objects = new LinkedHashMap<>();
    private final PretendAdapter adapter;
    private final PretendDevice device;
    private final PretendBattery battery;
    private final Deque<String> refusals = new ArrayDeque<>();
    private int hiddenHeartRates;
    private int refusedModels;
    private @Nullable Strap strap;
    private boolean inReach = true;
    private boolean silentConnect;
    private boolean connecting;
    private int sessions;
    private int disconnects;
    private int pmdRefusal;
    private int place = 1;

    /** Starts the daemon on a bus, with a strap in reach. */
    public PretendBluez(String address) throws DBusException {
        this(address, true);
    }

    /** Starts the daemon on a bus. */
    public PretendBluez(String address, boolean withAdapter) throws DBusException {
        bus = Connections.open(address);
        adapter = new PretendAdapter(this, bus);
        device = new PretendDevice(this, bus, ADDRESS, NAME);
        battery = new PretendBattery(bus, device.path());
        bus.exportObject("/", this);
        if (withAdapter) {
            appear(adapter);
        }
        bus.requestBusName("org.bluez");
    }

    /** The strap comes or goes; a strap that another host holds is not seen either. */
    public synchronized void inReach(boolean isNear) {
        inReach = isNear;
        if (isNear) {
            heard();
        } else {
            dropLink();
            disappear(device.path());
        }
    }

    /** The strap has another name from now on. */
    public synchronized void rename(String name) {
        device.change("Alias", name, "s");
    }

    /** The strap is heard with another strength. */
    public synchronized void signal(int rssiDbm) {
        device.change("RSSI", (short) rssiDbm, "n");
    }

    /** Another strap is in reach, which lets nobody connect. */
    public synchronized void neighbour(String address, String name, int rssiDbm) {
        PretendDevice other = new PretendDevice(this, bus, address, name);
        other.with("RSSI", (short) rssiDbm, "n");
        appear(other);
    }

    /** The strap says from the next connection on that it sits there, in the numbers of the characteristic. */
    public synchronized void place(int newPlace) {
        place = newPlace;
    }

    /** The next connection attempts fail with these texts, as {@code org.bluez.Error.Failed} carries them. */
    public synchronized void refuseConnects(String... texts) {
        refusals.addAll(List.of(texts));
    }

    /** The next so many connections show no heart rate service. */
    public synchronized void hideHeartRate(int connections) {
        hiddenHeartRates = connections;
    }

    /** On the next connection so many reads of the model number fail. */
    public synchronized void refuseModel(int reads) {
        refusedModels = reads;
    }

    /** Connection attempts stay without an end from now on. */
    public synchronized void neverAnswerConnects(boolean never) {
        silentConnect = never;
        notifyAll();
    }

    /** Returns whether an attempt waits for its answer. */
    public synchronized boolean isConnecting() {
        return connecting;
    }

    /** Breaks the link, as a strap out of range does. */
    public synchronized void dropLink() {
        Strap connected = strap;
        if (connected == null) {
            return;
        }
        strap = null;
        disconnects++;
        connected.disconnected();
        device.change("ServicesResolved", false, "b");
        device.change("Connected", false, "b");
        List<BusObject> gone = new ArrayList<>(connected.objects());
        Collections.reverse(gone);
        gone.forEach(object -> disappear(object.path()));
        vanish(battery);
        if (adapter.isDiscovering()) {
            heard();
        }
    }

    /** The strap's services are resolved once more, at other places, as after it said that they changed. */
    public synchronized void renewServices() {
        Strap before = strap;
        if (before == null) {
            return;
        }
        before.disconnected();
        List<BusObject> gone = new ArrayList<>(before.objects());
        Collections.reverse(gone);
        gone.forEach(object -> disappear(object.path()));
        strap = Strap.ofPretendDaemon(bus, device.path() + "/s" + ++sessions);
        strap.objects().forEach(this::appear);
    }

    /** Switches the radio off or on. */
    public synchronized void power(boolean on) {
        if (!on) {
            dropLink();
            disappear(device.path());
            adapter.change("Discovering", false, "b");
        }
        adapter.change("Powered", on, "b");
    }

    /** Unplugs the radio, or plugs it in. */
    public synchronized void plug(boolean in) {
        if (in) {
            appear(adapter);
        } else {
            dropLink();
            disappear(device.path());
            disappear(adapter.path());
        }
    }

    /** Says how much charge is left, as the daemon read it. */
    public synchronized void battery(int percent) {
        try {
            battery.set(percent);
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void vanish(PretendBattery battery) {
        try {
            battery.vanish();
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a value to whoever listens; returns whether it was delivered. */
    public synchronized boolean send(byte[] bytes) {
        Strap connected = strap;
        return connected != null && connected.send(bytes);
    }

    /** Sends a frame of Polar measurement data; returns whether it was delivered. */
    public synchronized boolean sendFrame(byte[] frame) {
        Strap connected = strap;
        return connected != null && connected.pmd().send(frame);
    }

    /** Straps of later connections answer the start of a stream with this status. */
    public synchronized void refusePmdStarts(int status) {
        pmdRefusal = status;
    }

    /** Returns the strap of the connection that stands, or null. */
    public synchronized @Nullable Strap strap() {
        return strap;
    }

    /** Returns how often a link broke or was ended. */
    public synchronized int disconnects() {
        return disconnects;
    }

    /** Returns whether somebody looks for devices. */
    public boolean isDiscovering() {
        return adapter.isDiscovering();
    }

    synchronized void startDiscovery() {
        if (!adapter.isPowered()) {
            throw BusObject.error("org.bluez.Error.NotReady", "Resource Not Ready");
        }
        adapter.change("Discovering", true, "b");
        heard();
    }

    synchronized void stopDiscovery() {
        if (!adapter.isDiscovering()) {
            throw BusObject.error("org.bluez.Error.Failed", "No discovery started");
        }
        adapter.change("Discovering", false, "b");
        if (objects.containsKey(device.path())) {
            device.invalidate("RSSI");
        }
    }

    private void heard() {
        if (inReach && strap == null && adapter.isDiscovering()) {
            appear(device);
            device.change("RSSI", (short) -50, "n");
        }
    }

    synchronized void connect() throws InterruptedException {
        connecting = true;
        while (silentConnect) {
            wait();
        }
        connecting = false;
        if (!adapter.isPowered()) {
            throw BusObject.error("org.bluez.Error.NotReady", "Resource Not Ready");
        }
        String refusal = refusals.poll();
        if (refusal != null) {
            throw BusObject.error("org.bluez.Error.Failed", refusal);
        }
        if (strap != null) {
            return;
        }
        if (!inReach) {
            throw BusObject.error("org.bluez.Error.Failed", "Host is down");
        }
        device.change("Connected", true, "b");
        Strap connected = Strap.ofPretendDaemon(bus, device.path() + "/s" + ++sessions);
        connected.pmd().refuseStarts(pmdRefusal);
        connected.refuseModel(refusedModels);
        connected.place(place);
        refusedModels = 0;
        boolean hides = hiddenHeartRates-- > 0;
        connected.objects().stream()
                .filter(object -> !hides || !object.path().contains(Strap.HEART_RATE_PATH))
                .forEach(this::appear);
        strap = connected;
        device.change("ServicesResolved", true, "b");
    }

    /** Exports an object and says so. */
    synchronized void appear(BusObject object) {
        if (objects.putIfAbsent(object.path(), object) != null) {
            return;
        }
        try {
            bus.exportObject(object.path(), object);
            bus.sendMessage(
                    new InterfacesAdded("/", new DBusPath(object.path()), Map.of(object.iface(), object.properties())));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    private void disappear(String path) {
        BusObject object = objects.remove(path);
        if (object == null) {
            return;
        }
        bus.unExportObject(path);
        try {
            bus.sendMessage(new InterfacesRemoved("/", new DBusPath(path), List.of(object.iface())));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getObjectPath() {
        return "/";
    }

    @Override
    public synchronized Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed = new LinkedHashMap<>();
        for (BusObject object : objects.values()) {
            Map<String, Map<String, Variant<?>>> interfaces = new LinkedHashMap<>();
            interfaces.put(object.iface(), object.properties());
            if (object == device) {
                interfaces.putAll(battery.interfaces());
            }
            managed.put(new DBusPath(object.path()), interfaces);
        }
        return managed;
    }

    /** Stops the daemon, as {@code systemctl stop bluetooth} does. */
    @Override
    public void close() {
        neverAnswerConnects(false);
        // A question to the bus: once it is answered, what was said before has left this process's daemon.
        bus.getNames();
        bus.disconnect();
    }
}
