package org.soothe.sensor.ble.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The virtual machine of {@code src/test/bluez-vm}, with the real Bluetooth daemon: made where it is missing, then started. */
public final class VirtualMachine {

    // Design: the machine ends with the process. The library beneath TinyB ends a process whose message bus goes away,
    // by a signal, so nothing may stop the machine before the tests are over.

    private static final Path SCRIPTS = Path.of("src/test/bluez-vm");
    private static final int LIMIT_MIN = 10;

    private final Path folder;

    /** Starts the machine, fresh as it was saved; it ends with this process. */
    public VirtualMachine() throws IOException, InterruptedException {
        String named = System.getenv("SOOTHE_VM_DIR");
        folder = named == null ? Path.of(System.getProperty("user.home"), ".cache", "soothe-bluez-vm") : Path.of(named);
        script("vm-down");
        Path system = folder.resolve("initrd.gz");
        if (isOutdated(system, List.of("build-initrd", "guest/init", "guest/bus.conf", "guest/main.conf"))) {
            script("build-initrd");
        }
        Path state = folder.resolve("state.gz");
        if (isOutdated(state, List.of("vm-up"))
                || Files.getLastModifiedTime(state).compareTo(Files.getLastModifiedTime(system)) < 0) {
            script("vm-snapshot");
        }
        script("vm-up");
        Runtime.getRuntime().addShutdownHook(new Thread(VirtualMachine::end, "bluez-vm-end"));
    }

    private static boolean isOutdated(Path made, List<String> sources) throws IOException {
        if (!Files.exists(made)) {
            return true;
        }
        FileTime madeAt = Files.getLastModifiedTime(made);
        for (String source : sources) {
            if (Files.getLastModifiedTime(SCRIPTS.resolve(source)).compareTo(madeAt) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns where its bus is. */
    public String address() {
        return "unix:path=" + folder.resolve("run").resolve("bus.sock");
    }

    /** The daemon ends at once, as by a crash; the machine starts another one, as systemd does. */
    public void crashDaemon() throws IOException {
        try (SocketChannel console = SocketChannel.open(
                UnixDomainSocketAddress.of(folder.resolve("run").resolve("console.sock")))) {
            console.write(StandardCharsets.US_ASCII.encode("k\n"));
        }
    }

    private static void script(String name) throws IOException, InterruptedException {
        Path log = Files.createTempFile("bluez-vm", ".log");
        try {
            Process process = new ProcessBuilder(SCRIPTS.resolve(name).toString())
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LIMIT_MIN, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(name + " failed:\n" + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    private static void end() {
        try {
            script("vm-down");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
