package org.soothe.sensor.serial;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorDescription.Capability;
import org.soothe.sensor.SensorSearch;

/**
 * Looks for serial ports, once a second. What is behind a port is not known before it is opened, and opening one restarts many
 * boards, so ports are only named.
 */
public final class SerialSearch implements SensorSearch {

    private static final long EVERY_MS = 1_000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** Makes a search that has not begun. */
    public SerialSearch() {}

    @Override
    public synchronized void start(Listener listener) {
        if (thread != null) {
            throw new IllegalStateException("was started before");
        }
        thread = new Thread(() -> look(listener), "search-serial");
        thread.setDaemon(true);
        thread.start();
    }

    private void look(Listener listener) {
        Set<String> known = new HashSet<>();
        try {
            do {
                update(known, SerialPortInfo.list(), listener);
            } while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException | LinkageError e) {
            listener.problem("Serial ports cannot be used on this computer: " + e.getMessage() + ".");
        }
    }

    /** Says what is new and what is gone since the last look. */
    static void update(Set<String> known, List<SerialPortInfo> ports, Listener listener) {
        Set<String> now = new HashSet<>();
        for (SerialPortInfo port : ports) {
            now.add(port.path());
            if (known.add(port.path())) {
                listener.found(found(port));
            }
        }
        for (String path : Set.copyOf(known)) {
            if (!now.contains(path)) {
                known.remove(path);
                listener.gone(SerialTalk.KIND + ":" + path);
            }
        }
    }

    private static FoundSensor found(SerialPortInfo port) {
        SensorDescription description = new SensorDescription(
                SerialTalk.KIND,
                port.words(),
                SerialTalk.KIND + ":" + port.path(),
                Set.of(Capability.RR_INTERVALS, Capability.PULSE_WAVE));
        String note = port.isUsb()
                ? "a USB port; what is behind it shows when it is opened"
                : "a port of the computer itself";
        return new FoundSensor(description, null, null, note);
    }

    @Override
    public synchronized void close() {
        closed.countDown();
    }
}
