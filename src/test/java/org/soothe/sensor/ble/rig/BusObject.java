package org.soothe.sensor.ble.rig;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object on a bus: a path and the properties of one interface. Public like its kind, because the bus library looks in. */
public abstract class BusObject implements Properties {

    private final DBusConnection bus;
    private final String path;
    private final String iface;
    private final Map<String, Variant<?>> properties = new TreeMap<>();

    /** Makes an object that is not exported yet. */
    protected BusObject(DBusConnection bus, String path, String iface) {
        this.bus = bus;
        this.path = path;
        this.iface = iface;
    }

    /** Returns the path as a text. */
    public final String path() {
        return path;
    }

    /** Returns the name of the interface. */
    public final String iface() {
        return iface;
    }

    /** Returns the bus that the object is for. */
    protected final DBusConnection bus() {
        return bus;
    }

    /** Sets a property before anybody looks. */
    protected final void with(String name, Object value, String signature) {
        synchronized (properties) {
            properties.put(name, new Variant<>(value, signature));
        }
    }

    /** Sets a property and says so on the bus. */
    public final void change(String name, Object value, String signature) {
        with(name, value, signature);
        say(Map.of(name, new Variant<>(value, signature)), List.of());
    }

    /** Removes a property and says so on the bus. */
    public final void invalidate(String name) {
        synchronized (properties) {
            properties.remove(name);
        }
        say(Map.of(), List.of(name));
    }

    private void say(Map<String, Variant<?>> changed, List<String> removed) {
        try {
            bus.sendMessage(new PropertiesChanged(path, iface, changed, removed));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a copy of all properties. */
    public final Map<String, Variant<?>> properties() {
        synchronized (properties) {
            return new TreeMap<>(properties);
        }
    }

    /** Returns an error as the daemon says it; the library offers no other way to name one yet. */
    @SuppressWarnings("removal")
    protected static DBusExecutionException error(String name, String text) {
        DBusExecutionException error = new DBusExecutionException(text);
        error.setType(name);
        return error;
    }

    @Override
    public final String getObjectPath() {
        return path;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface is the library's
    public final <A> A Get(String interfaceName, String name) {
        Variant<?> value = properties().get(name);
        if (value == null) {
            throw error("org.freedesktop.DBus.Error.InvalidArgs", "no property " + name);
        }
        return (A) value;
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        // The real daemon tells an advertisement its transmission power this way; nothing here needs it.
    }

    @Override
    public final Map<String, Variant<?>> GetAll(String interfaceName) {
        return interfaceName.equals(iface) ? properties() : Map.of();
    }
}
