package org.soothe.sensor.ble.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The message bus of Linux, {@code dbus-daemon}, as a process of its own with nobody on it yet. */
public final class RealBus implements AutoCloseable {

    private final Path folder;
    private final String address;
    private final Process daemon;

    /** Starts the bus and waits until it can be reached. */
    public RealBus() throws IOException {
        folder = Files.createTempDirectory("rig");
        address = "unix:path=" + folder.resolve("bus");
        daemon = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address", "--address=" + address)
                .redirectError(Redirect.DISCARD)
                .start();
        BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
        String first = said.readLine();
        if (first == null || !first.startsWith(address)) {
            close();
            throw new IOException("dbus-daemon said " + first + " where its address was awaited");
        }
    }

    /** Returns the address of the bus. */
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        daemon.onExit().join();
        Files.deleteIfExists(folder.resolve("bus"));
        Files.deleteIfExists(folder);
    }
}
