package org.soothe.sensor.ble.rig;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bluez.GattCharacteristic1;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** A characteristic of the strap: read, written, notified. */
public final class StrapCharacteristic extends BusObject implements GattCharacteristic1 {

    private final UUID uuid;
    private final boolean echoesReads;
    private volatile byte[] value;
    private volatile boolean notifying;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Consumer<byte[]> written = bytes -> {};

    StrapCharacteristic(
            DBusConnection bus,
            String path,
            StrapService service,
            UUID uuid,
            byte[] value,
            boolean echoesReads,
            String... flags) {
        super(bus, path, "org.bluez.GattCharacteristic1");
        this.uuid = uuid;
        this.value = value;
        this.echoesReads = echoesReads;
        with("UUID", uuid.toString(), "s");
        with("Service", new DBusPath(service.path()), "o");
        with("Flags", flags, "as");
    }

    UUID uuid() {
        return uuid;
    }

    /** Returns whether somebody listens. */
    public boolean isNotifying() {
        return notifying;
    }

    void stopNotifying() {
        notifying = false;
    }

    void onWrite(Consumer<byte[]> action) {
        written = action;
    }

    void value(byte... bytes) {
        value = bytes;
    }

    /** Notifies or indicates; returns false where nobody listens. */
    boolean push(byte[] bytes) {
        if (!notifying) {
            return false;
        }
        value = bytes;
        change("Value", bytes, "ay");
        return true;
    }

    /** The next so many reads fail. */
    void refuseReads(int reads) {
        refusals.set(reads);
    }

    @Override
    public byte[] ReadValue(Map<String, Variant<?>> options) {
        if (refusals.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            throw error("org.bluez.Error.Failed", "Operation failed with ATT error: 0x0e");
        }
        byte[] read = value;
        if (echoesReads) {
            change("Value", read, "ay");
        }
        return read;
    }

    @Override
    public void WriteValue(byte[] bytes, Map<String, Variant<?>> options) {
        written.accept(bytes);
    }

    @Override
    public void StartNotify() {
        notifying = true;
    }

    @Override
    public void StopNotify() {
        notifying = false;
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireWrite(Map<String, Variant<?>> options) {
        throw error("org.bluez.Error.NotSupported", "");
    }

    @Override
    public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
        throw error("org.bluez.Error.NotSupported", "");
    }

    @Override
    public void Confirm() {
        // An indication was confirmed.
    }
}
