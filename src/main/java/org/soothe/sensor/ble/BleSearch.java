package org.soothe.sensor.ble;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.FoundSensor;
import org.soothe.sensor.SensorDescription;
import org.soothe.sensor.SensorSearch;

/** Looks for all straps within reach and tells signal strength and battery as they change. Start and close from any thread. */
public final class BleSearch implements SensorSearch {

    private static final long CHECK_MS = 500;
    private static final long CLOSE_MS = 5_000;

    private final BleBackend.Opener opener;
    private final BleTiming timing;
    private final Map<String, FoundSensor> found = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private @Nullable Thread thread;

    /** The trouble told last; empty while a scan runs. Only the thread of the search touches it. */
    private String told = "";

    /** Makes a search that has not begun. */
    public BleSearch(BleBackend.Opener opener, BleTiming timing) {
        this.opener = opener;
        this.timing = timing;
    }

    @Override
    public synchronized void start(Listener listener) {
        if (thread != null) {
            throw new IllegalStateException("started before");
        }
        thread = new Thread(() -> run(listener), "sensor-ble-search");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Listener listener) {
        try {
            while (!closing) {
                String trouble = look(listener);
                if (!closing && !trouble.equals(told)) {
                    told = trouble;
                    listener.problem(trouble);
                }
                TimeUnit.MILLISECONDS.sleep(timing.firstPauseMs());
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Looks until something goes wrong, and returns what. */
    private String look(Listener listener) throws InterruptedException {
        BlockingQueue<BleDevice> seen = new LinkedBlockingQueue<>();
        BleBackend backend = null;
        try {
            backend = opener.open();
            backend.scan(seen::add);
            told = "";
            while (!closing) {
                BleDevice device = seen.poll(CHECK_MS, TimeUnit.MILLISECONDS);
                if (device == null) {
                    backend.requireReady();
                } else {
                    tell(device, listener);
                }
            }
            return "";
        } catch (BleException e) {
            found.keySet().forEach(listener::gone);
            found.clear();
            return e.problem().words();
        } finally {
            // Cleared, or closing could not wait for the end of the scan.
            boolean wasInterrupted = Thread.interrupted();
            if (backend != null) {
                backend.close();
            }
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tell(BleDevice device, Listener listener) {
        String address = "ble:" + device.address();
        if (!device.nearby() && !device.connected()) {
            if (found.remove(address) != null) {
                listener.gone(address);
            }
        } else if (device.heartRate()) {
            SensorDescription description =
                    new SensorDescription("ble", device.name(), address, BleSensor.capabilitiesOfEveryStrap());
            FoundSensor sensor = new FoundSensor(
                    description,
                    device.rssiDbm(),
                    device.batteryPercent(),
                    device.connected() ? "connected to this computer already" : "");
            if (!sensor.equals(found.put(address, sensor))) {
                listener.found(sensor);
            }
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null) {
            return;
        }
        // Said twice, because the bus library swallows interrupts.
        closing = true;
        running.interrupt();
        try {
            running.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
