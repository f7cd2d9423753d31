package org.soothe.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorSearch;
import org.soothe.sensor.serial.SerialPortInfo;
import org.soothe.sensor.serial.SerialSearch;
import org.soothe.sensor.serial.SerialSensor;
import org.soothe.time.SessionClock;

/** Pulse sensors on serial ports: {@code serial:/dev/ttyUSB0}, {@code serial:COM3@115200}, {@code serial:auto}. */
final class SerialKind implements SensorKind {
    static final String PREFIX = "serial";

    private static final String AUTO = "auto";
    private static final int LEAST_BAUD = 300;
    private static final int MOST_BAUD = 4_000_000;

    private final Supplier<List<SerialPortInfo>> ports;

    SerialKind() {
        this(SerialPortInfo::list);
    }

    /** Makes the kind of a computer with these ports. */
    SerialKind(Supplier<List<SerialPortInfo>> ports) {
        this.ports = ports;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> usage() {
        return List.of(
                PREFIX
                        + ":PORT, a pulse sensor on a serial port such as /dev/ttyUSB0 or COM3; rate and protocol are found,",
                "  or said as in " + PREFIX + ":PORT@115200; " + PREFIX + ":" + AUTO + " takes the only USB port");
    }

    @Override
    public Sensor sensor(String name, SensorOptions options, SessionClock clock) {
        int at = name.lastIndexOf('@');
        String port = at < 0 ? name : name.substring(0, at);
        int baud = at < 0 ? 0 : baud(name.substring(at + 1));
        if (port.isEmpty()) {
            throw new IllegalArgumentException("Which port? Such as " + PREFIX + ":/dev/ttyUSB0." + listed());
        }
        return new SerialSensor(port.equals(AUTO) ? onlyUsb() : port, baud, clock);
    }

    private static int baud(String text) {
        try {
            int baud = Integer.parseInt(text);
            if (baud >= LEAST_BAUD && baud <= MOST_BAUD) {
                return baud;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that no port knows.
        }
        throw new IllegalArgumentException("What stands behind @ is the rate in baud, " + LEAST_BAUD + " to "
                + MOST_BAUD + ", such as 115200; it was \"" + text + "\".");
    }

    private String onlyUsb() {
        List<SerialPortInfo> usb =
                ports().stream().filter(SerialPortInfo::isUsb).toList();
        if (usb.size() == 1) {
            return usb.get(0).path();
        }
        throw new IllegalArgumentException(
                usb.isEmpty()
                        ? "No USB device with a serial port is plugged in. Plug the sensor in, or name the port, such as "
                                + PREFIX + ":/dev/ttyUSB0."
                        : "There is more than one. Choose:" + names(usb));
    }

    private List<SerialPortInfo> ports() {
        try {
            return ports.get();
        } catch (UncheckedIOException | LinkageError e) {
            throw new IllegalArgumentException(
                    "Serial ports cannot be used on this computer: " + e.getMessage() + ".", e);
        }
    }

    private String listed() {
        List<SerialPortInfo> all = ports();
        return all.isEmpty() ? " There is none now." : " There are:" + names(all);
    }

    private static String names(List<SerialPortInfo> ports) {
        return ports.stream()
                .map(port -> "\n  " + PREFIX + ":" + port.path() + "  " + port.words())
                .collect(Collectors.joining());
    }

    @Override
    public SensorSearch search(SensorOptions options) {
        return new SerialSearch();
    }
}
