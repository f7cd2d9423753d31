package org.soothe.sensor.ble.rig;

import java.io.IOException;
import java.util.Map;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.types.Variant;

/**
 * A client of a bus that only speaks, on the caller's own thread: what it says is in the socket when the call returns. The
 * library's own connections pass a message to a thread of theirs first.
 */
public final class BusVoice implements AutoCloseable {

    private static final String BUS = "org.freedesktop.DBus";

    private final AbstractTransport transport;

    /** Joins a bus. */
    public BusVoice(String address) throws DBusException, IOException {
        transport = TransportBuilder.create(address).build();
        transport.connect();
        transport.writeMessage(
                messages().createMethodCall(null, BUS, "/org/freedesktop/DBus", BUS, "Hello", (byte) 0, null));
        transport.readMessage();
    }

    private MessageFactory messages() {
        return transport.getMessageFactory();
    }

    /** Returns the notification of a characteristic, ready to be sent. */
    public Message notification(String path, byte[] value) throws DBusException {
        return messages()
                .createSignal(
                        null,
                        path,
                        "org.freedesktop.DBus.Properties",
                        "PropertiesChanged",
                        "sa{sv}as",
                        "org.bluez.GattCharacteristic1",
                        Map.of("Value", new Variant<>(value, "ay")),
                        new String[0]);
    }

    /** Sends a message; it is the bus's when this returns. */
    public void send(Message message) throws IOException {
        transport.writeMessage(message);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
