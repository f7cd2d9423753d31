package org.soothe.sensor.ble.tinyb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleDevice;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.GattUuid;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.TransportType;

/** A scan by asking again and again which devices there are: TinyB's way to be told of them can take the process down. */
final class TinybScan implements BleBackend.Scan {

    private static final long EVERY_MS = 500;

    /** What the Bluetooth specification says for a strength that is not available; TinyB says 0 too. */
    private static final int RSSI_UNKNOWN = 127;

    private final TinybCalls calls;
    private final BluetoothAdapter adapter;
    private final Consumer<BleDevice> seen;
    private final Map<String, BleDevice> known = new HashMap<>();
    private final Future<?> polling;

    private TinybScan(TinybCalls calls, BluetoothAdapter adapter, Consumer<BleDevice> seen) throws BleException {
        this.calls = calls;
        this.adapter = adapter;
        this.seen = seen;
        this.polling = calls.repeat(this::look, EVERY_MS);
    }

    static TinybScan start(TinybCalls calls, BluetoothAdapter adapter, Consumer<BleDevice> seen)
            throws BleException, InterruptedException {
        calls.call(() -> {
            // Without a filter by service BlueZ keeps back straps whose advertisement lacks the discoverable flag.
            adapter.setDiscoveryFilter(List.of(GattUuid.HEART_RATE_SERVICE), 0, 0, TransportType.LE);
            return adapter.getDiscovering() || adapter.startDiscovery();
        });
        return new TinybScan(calls, adapter, seen);
    }

    private void look() {
        Map<String, BleDevice> forgotten = new HashMap<>(known);
        for (BluetoothDevice device : adapter.getDevices()) {
            BleDevice now = describe(device);
            forgotten.remove(now.address());
            if (!now.equals(known.put(now.address(), now))) {
                seen.accept(now);
            }
        }
        forgotten.forEach((address, device) -> {
            known.remove(address);
            seen.accept(device.gone());
        });
    }

    private static BleDevice describe(BluetoothDevice device) {
        int rssiDbm = device.getRSSI();
        boolean heartRate =
                Arrays.stream(device.getUUIDs()).anyMatch(GattUuid.HEART_RATE_SERVICE.toString()::equalsIgnoreCase);
        return new BleDevice(
                device.getAddress(),
                device.getAlias(),
                heartRate,
                rssiDbm != 0,
                device.getConnected(),
                rssiDbm == 0 || rssiDbm == RSSI_UNKNOWN ? null : rssiDbm,
                null);
    }

    @Override
    public void close() {
        if (polling.cancel(false)) {
            calls.attempt(() -> {
                if (adapter.getDiscovering()) {
                    adapter.stopDiscovery();
                }
            });
        }
    }
}
