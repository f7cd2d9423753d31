package org.soothe.sensor.serial;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two pseudo-terminals that socat joins: a computer's serial port and a device. Plug it in and pull it as often as you like; the
 * computer's end keeps its name.
 */
final class SocatPair implements AutoCloseable {

    private static final long GENEROUS_S = 20;

    private final Path computer;
    private final Path device;
    private @Nullable Process socat;
    private @Nullable OutputStream out;

    /** Makes a pair that is not plugged in. */
    SocatPair(Path folder) {
        this.computer = folder.resolve("computer");
        this.device = folder.resolve("device");
    }

    /** Returns the name of the computer's port. */
    String port() {
        return computer.toString();
    }

    /** Plugs the device in. */
    SocatPair plugIn() {
        try {
            socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + computer, "pty,raw,echo=0,link=" + device)
                    .redirectErrorStream(true)
                    .start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_S);
            while (!Files.exists(computer) || !Files.exists(device)) {
                if (!socat.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("socat made no pair");
                }
                Thread.onSpinWait();
            }
            out = Files.newOutputStream(device);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text from the device. */
    void send(String text) {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends bytes from the device. */
    void send(byte[] bytes) {
        OutputStream to = out;
        if (to == null) {
            throw new AssertionError("not plugged in");
        }
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pulls the device out: both ends vanish. */
    void pull() {
        try {
            Process running = socat;
            if (running != null) {
                running.destroy();
                if (!running.waitFor(GENEROUS_S, TimeUnit.SECONDS)) {
                    throw new AssertionError("socat does not end");
                }
            }
            if (out != null) {
                out.close();
            }
            Files.deleteIfExists(computer);
            Files.deleteIfExists(device);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            socat = null;
            out = null;
        }
    }

    @Override
    public void close() {
        pull();
    }
}
