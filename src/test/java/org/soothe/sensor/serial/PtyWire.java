package org.soothe.sensor.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.soothe.latency.Wire;
import org.soothe.sensor.Sensor;
import org.soothe.time.SessionClock;

/**
 * A pair of pseudo-terminals between a device that sends beat lines of PulseSensor and this program. The bare echo reads the
 * other end with plain file calls.
 */
public final class PtyWire implements Wire {
    private final Path folder;
    private final SocatPair pair;
    private int beats;

    /** Makes the pair and plugs the device in. */
    public PtyWire() {
        try {
            folder = Files.createTempDirectory("wire");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pair = new SocatPair(folder).plugIn();
    }

    @Override
    public String name() {
        return "pseudo-terminal";
    }

    @Override
    public Sensor sensor(SessionClock clock) {
        return new SerialSensor(pair.port(), 115_200, clock);
    }

    @Override
    public void begin() {}

    @Override
    public void send() {
        pair.send(String.format(Locale.ROOT, "S512\r\nB60\r\nQ%d\r\n", 990 + beats++ % 20));
    }

    @Override
    public AutoCloseable echo(Runnable arrived) throws IOException {
        InputStream in = Files.newInputStream(Path.of(pair.port()));
        Thread listener = new Thread(() -> listen(in, arrived), "echo");
        listener.setDaemon(true);
        listener.start();
        return pair::pull;
    }

    private static void listen(InputStream in, Runnable arrived) {
        byte[] bytes = new byte[256];
        try {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                for (int i = 0; i < count; i++) {
                    if (bytes[i] == 'Q') {
                        arrived.run();
                    }
                }
            }
        } catch (IOException e) {
            // the pair was pulled
            return;
        }
    }

    @Override
    public void close() {
        pair.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
