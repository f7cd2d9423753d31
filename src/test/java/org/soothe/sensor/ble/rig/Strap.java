package org.soothe.sensor.ble.rig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.soothe.sensor.ble.GattUuid;

/**
 * A chest strap as a GATT application: heart rate, place on the body, battery, device information, Polar measurement data. A
 * test decides what it sends. On the real daemon, {@link #export} it and register its path as an application; the pretend
 * daemon exports its objects below the device.
 */
public final class Strap implements ObjectManager {

    /** Within the paths of the heart rate service and of what stands in it. */
    static final String HEART_RATE_PATH = "/service0000";

    /** Attribute handles that a strap takes on the real daemon. */
    static final int HANDLES = 24;

    private final DBusConnection bus;
    private final String base;
    private final boolean echoesReads;
    private final List<BusObject> objects = new ArrayList<>();
    private final StrapCharacteristic heartRate;
    private final StrapCharacteristic model;
    private final StrapCharacteristic place;
    private final StrapPmd pmd;

    private int nextHandle;

    /** Returns a strap for a pretend daemon: its objects play the daemon's own, below the path of the device. */
    static Strap ofPretendDaemon(DBusConnection bus, String base) {
        return new Strap(bus, base, 0);
    }

    /**
     * Returns a strap for the real daemon, whose objects are not exported yet.
     *
     * @param handle the first of the {@link #HANDLES} attribute handles that it takes
     */
    static Strap ofRealDaemon(DBusConnection bus, String base, int handle) {
        return new Strap(bus, base, handle);
    }

    private Strap(DBusConnection bus, String base, int handle) {
        this.bus = bus;
        this.base = base;
        this.nextHandle = handle;
        boolean behindDaemon = handle > 0;
        this.echoesReads = !behindDaemon;
        StrapService rates = service(0, GattUuid.HEART_RATE_SERVICE, 6);
        heartRate = characteristic(rates, 0, GattUuid.HEART_RATE_MEASUREMENT, new byte[0], "notify");
        place = characteristic(rates, 1, GattUuid.BODY_SENSOR_LOCATION, new byte[] {1}, "read");
        if (behindDaemon) {
            StrapService batteries = service(1, GattUuid.BATTERY_SERVICE, 4);
            characteristic(batteries, 0, GattUuid.BATTERY_LEVEL, new byte[] {87}, "read", "notify");
        }
        StrapService information = service(2, GattUuid.DEVICE_INFORMATION_SERVICE, 7);
        characteristic(information, 0, GattUuid.MANUFACTURER_NAME, text("Rig Electro"), "read");
        model = characteristic(information, 1, GattUuid.MODEL_NUMBER, text("R10"), "read");
        characteristic(information, 2, GattUuid.FIRMWARE_REVISION, text("3.1.4"), "read");
        StrapService measurements = service(3, GattUuid.PMD_SERVICE, 7);
        StrapCharacteristic control = characteristic(
                measurements, 0, GattUuid.PMD_CONTROL_POINT, StrapPmd.features(), "read", "write", "indicate");
        StrapCharacteristic data = characteristic(measurements, 1, GattUuid.PMD_DATA, new byte[0], "notify");
        pmd = new StrapPmd(control, data);
    }

    /** A service, each of its characteristics and of their descriptors take a handle or two. */
    private StrapService service(int number, UUID uuid, int handles) {
        StrapService service = new StrapService(bus, base + "/service000" + number, uuid);
        if (nextHandle > 0) {
            service.with("Handle", new UInt16(nextHandle), "q");
            nextHandle += handles;
        }
        if (echoesReads) {
            // The daemon's own objects name their device; TinyB looks for it there.
            service.with("Device", new DBusPath(base.substring(0, base.lastIndexOf('/'))), "o");
        }
        objects.add(service);
        return service;
    }

    private StrapCharacteristic characteristic(
            StrapService service, int number, UUID uuid, byte[] value, String... flags) {
        StrapCharacteristic made = new StrapCharacteristic(
                bus, service.path() + "/char000" + number, service, uuid, value, echoesReads, flags);
        objects.add(made);
        return made;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns services and characteristics, each behind what it stands in. */
    public List<BusObject> objects() {
        return List.copyOf(objects);
    }

    /** The next so many reads of the model number fail. */
    void refuseModel(int reads) {
        model.refuseReads(reads);
    }

    /** It says that it sits there. */
    void place(int number) {
        place.value((byte) number);
    }

    /** Returns Heart Rate Measurement. */
    public StrapCharacteristic heartRate() {
        return heartRate;
    }

    /** Returns Polar measurement data. */
    public StrapPmd pmd() {
        return pmd;
    }

    /** Sends bytes as a heart rate measurement; returns false where nobody listens, and so nothing was delivered. */
    public boolean send(byte[] bytes) {
        return heartRate.push(bytes);
    }

    /** Exports all objects and this one as their manager, for the real daemon. */
    public void export() throws DBusException {
        bus.exportObject(base, this);
        for (BusObject object : objects) {
            bus.exportObject(object.path(), object);
        }
    }

    /** Nobody listens any more. */
    void disconnected() {
        for (BusObject object : objects) {
            if (object instanceof StrapCharacteristic characteristic) {
                characteristic.stopNotifying();
            }
        }
        pmd.stopAll();
    }

    @Override
    public String getObjectPath() {
        return base;
    }

    @Override
    public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed = new LinkedHashMap<>();
        for (BusObject object : objects) {
            managed.put(new DBusPath(object.path()), Map.of(object.iface(), object.properties()));
        }
        return managed;
    }
}
