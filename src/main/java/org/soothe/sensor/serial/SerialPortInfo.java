package org.soothe.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A serial port of this computer. Immutable.
 *
 * @param path what opens it
 * @param words what it is, for people
 * @param isUsb whether a USB device is behind it, as with nearly all boards and oximeters
 */
public record SerialPortInfo(String path, String words, boolean isUsb) {

    private static final int NO_VENDOR = -1;

    /** Returns the ports there are now, those of USB devices first. */
    public static List<SerialPortInfo> list() {
        PortLibrary.prepare();
        List<SerialPortInfo> ports = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            String words = port.getPortDescription();
            ports.add(new SerialPortInfo(port.getSystemPortPath(), words, port.getVendorID() != NO_VENDOR));
        }
        ports.sort(Comparator.comparing((SerialPortInfo port) -> !port.isUsb()).thenComparing(SerialPortInfo::path));
        return List.copyOf(ports);
    }
}
