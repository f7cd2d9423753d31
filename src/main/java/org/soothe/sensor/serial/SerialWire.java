package org.soothe.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open serial port. The only class that knows the library. Owned by one thread. */
final class SerialWire implements AutoCloseable {

    // Design: no listener. The library's listener thread is not a daemon and reports a lost port hundreds of times; a
    // blocking read reports it once and at once. On a pseudo-terminal a good open leaves error code 25 behind, so only
    // the boolean of open counts. Some drivers report nothing when a device is pulled, so a file that is gone counts
    // too. When the program ends, as with Ctrl-C, the library closes all ports by itself, which reads as a pulled
    // cable.

    /** What {@link #read} returns when the port is gone. */
    static final int GONE = -1;

    /** How long a read waits for the first byte. */
    static final int PATIENCE_MS = 100;

    private static final int DATA_BITS = 8;

    private final SerialPort port;
    private final @Nullable Path file;

    /** Tells that the program is ending: the library runs its hooks before it closes the ports. */
    private static final class Ending {
        private static final Thread HOOK = new Thread(() -> {}, "serial-ending");

        static {
            SerialPort.addShutdownHook(HOOK);
        }

        /** Loads this class, whose hook is then heard of. */
        static void listen() {}

        static boolean hasBegun() {
            return HOOK.getState() != Thread.State.NEW;
        }
    }

    private SerialWire(SerialPort port, @Nullable Path file) {
        this.port = port;
        this.file = file;
    }

    /** What came of opening a port. */
    sealed interface Opening {

        /** It is open. */
        record Open(SerialWire wire) implements Opening {}

        /** It is not. */
        record Refused(PortProblem problem) implements Opening {}
    }

    static Opening open(String name, LineRate rate) {
        PortLibrary.prepare();
        Path file = PortProblem.isWindows() ? null : Path.of(name.contains("/") ? name : "/dev/" + name);
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            return new Opening.Refused(PortProblem.MISSING);
        }
        set(port, rate);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, PATIENCE_MS, 0);
        if (port.openPort()) {
            Ending.listen();
            // What waited here is older than the session, and would be taken for a burst.
            port.flushIOBuffers();
            return new Opening.Open(new SerialWire(port, file));
        }
        int code = port.getLastErrorCode();
        return new Opening.Refused(file == null ? PortProblem.ofWindows(code) : PortProblem.of(look(file), code));
    }

    private static PortProblem.PortFile look(Path file) {
        return new PortProblem.PortFile(
                Files.exists(file),
                Files.isReadable(file) && Files.isWritable(file),
                !Files.isRegularFile(file) && !Files.isDirectory(file));
    }

    private static void set(SerialPort port, LineRate rate) {
        port.setComPortParameters(
                rate.baudHz(),
                DATA_BITS,
                SerialPort.ONE_STOP_BIT,
                rate.oddParity() ? SerialPort.ODD_PARITY : SerialPort.NO_PARITY);
    }

    /** Returns whether the program is ending: a port that is gone now was closed, not pulled. */
    static boolean isProgramEnding() {
        return Ending.hasBegun();
    }

    /** Goes on at another rate; what came before and was not read is dropped, because it means nothing now. */
    void rate(LineRate rate) {
        set(port, rate);
        port.flushIOBuffers();
    }

    /** Reads what has come, waiting a little for the first byte: how many bytes, 0 if none came, or {@link #GONE}. */
    int read(byte[] bytes) {
        int count = port.readBytes(bytes, bytes.length);
        if (count < 0 || (count == 0 && file != null && !Files.exists(file))) {
            return GONE;
        }
        return count;
    }

    @Override
    public void close() {
        port.closePort();
    }
}
