package org.soothe.sensor.ble.tinyb;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleBackend;
import org.soothe.sensor.ble.BleDevice;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleLinkListener;
import org.soothe.sensor.ble.BleProblem;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothManager;

/**
 * Bluetooth through TinyB: native code on the system bus that the environment names. It has no 64-bit ARM build, does not see
 * the battery that BlueZ keeps for itself, and a crash in it ends the whole program; the D-Bus backend has none of this.
 */
public final class TinybBackend implements BleBackend {

    private final BluetoothManager manager;
    private final @Nullable String adapterName;
    private final TinybCalls calls;
    private volatile @Nullable TinybScan scan;
    private volatile @Nullable TinybLink link;

    private TinybBackend(BluetoothManager manager, @Nullable String adapterName, TinybCalls calls) {
        this.manager = manager;
        this.adapterName = adapterName;
        this.calls = calls;
    }

    /**
     * Opens the way to a radio.
     *
     * @param adapterName which one, such as {@code hci0}; null for the first that is switched on
     * @throws BleException if the library does not run here, or the daemon does not answer
     */
    public static BleBackend open(@Nullable String adapterName) throws BleException, InterruptedException {
        TinybCalls calls = new TinybCalls();
        try {
            return new TinybBackend(calls.call(TinybLibrary::manager), adapterName, calls);
        } catch (BleException | InterruptedException e) {
            calls.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "tinyb";
    }

    @Override
    public void requireReady() throws BleException, InterruptedException {
        calls.call(() -> {
            if (!adapter().getPowered()) {
                throw new BleException(BleProblem.POWERED_OFF, adapter().getInterfaceName());
            }
            return true;
        });
    }

    private BluetoothAdapter adapter() throws BleException {
        List<BluetoothAdapter> adapters = manager.getAdapters();
        return adapters.stream()
                .filter(each -> adapterName == null || adapterName.equals(each.getInterfaceName()))
                .min(Comparator.comparing((BluetoothAdapter each) -> !each.getPowered())
                        .thenComparing(BluetoothAdapter::getInterfaceName))
                .orElseThrow(() -> new BleException(BleProblem.NO_ADAPTER, whyNone(adapters)));
    }

    private String whyNone(List<BluetoothAdapter> adapters) {
        // TinyB shows no difference between a computer without a radio and one whose daemon is away.
        return adapters.isEmpty()
                ? "none is listed; so it is, too, while the Bluetooth service is stopped or restarts"
                : adapterName + " is not listed";
    }

    @Override
    public Scan scan(Consumer<BleDevice> seen) throws BleException, InterruptedException {
        requireReady();
        endScan();
        TinybScan started = TinybScan.start(calls, calls.call(this::adapter), seen);
        scan = started;
        return started;
    }

    @Override
    public TinybLink connect(String address, BleLinkListener listener) throws BleException, InterruptedException {
        requireReady();
        endScan();
        BluetoothDevice device = calls.call(() -> device(address));
        TinybLink made = TinybLink.connect(calls, device, listener);
        link = made;
        return made;
    }

    private BluetoothDevice device(String address) throws BleException {
        return adapter().getDevices().stream()
                .filter(each -> each.getAddress().equalsIgnoreCase(address))
                .findFirst()
                .orElseThrow(() -> new BleException(BleProblem.NOT_FOUND, address + " is not listed"));
    }

    private void endScan() {
        TinybScan running = scan;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        calls.endWaiting();
        endScan();
        TinybLink standing = link;
        if (standing != null) {
            standing.close();
        }
        calls.close();
    }
}
