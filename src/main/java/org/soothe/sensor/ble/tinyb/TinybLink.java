package org.soothe.sensor.ble.tinyb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.soothe.sensor.ble.BleException;
import org.soothe.sensor.ble.BleLink;
import org.soothe.sensor.ble.BleLinkListener;
import org.soothe.sensor.ble.BleProblem;
import org.soothe.sensor.ble.GattUuid;
import tinyb.BluetoothDevice;
import tinyb.BluetoothGattCharacteristic;
import tinyb.BluetoothGattService;
import tinyb.BluetoothNotification;

/** A connection through TinyB; whether it still stands is asked for, not told. */
final class TinybLink implements BleLink {

    private static final long LOOK_MS = 200;

    /** Looks (4 s) after which what is not there is not coming. */
    private static final int PATIENCE_LOOKS = 20;

    /** Looks in a row that must show the same services. */
    private static final int STEADY_LOOKS = 5;

    /**
     * Services that anybody here reads. To list the characteristics of one, TinyB asks the bus some questions about every
     * characteristic there is, which takes seconds on a busy machine when done for all services.
     */
    private static final Set<UUID> WANTED = Set.of(
            GattUuid.HEART_RATE_SERVICE,
            GattUuid.BATTERY_SERVICE,
            GattUuid.DEVICE_INFORMATION_SERVICE,
            GattUuid.PMD_SERVICE);

    private final TinybCalls calls;
    private final BluetoothDevice device;
    private volatile Map<UUID, BluetoothGattCharacteristic> characteristics;

    /** Empty once the link is closed: TinyB keeps what it was told to call for ever, and all that hangs on it. */
    private final AtomicReference<@Nullable BleLinkListener> listener;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Future<?> watching;

    /** Looks that may still show no connection: TinyB learns of a new one late. Only the thread of TinyB touches it. */
    private int patience = PATIENCE_LOOKS;

    private TinybLink(
            TinybCalls calls,
            BluetoothDevice device,
            Map<UUID, BluetoothGattCharacteristic> characteristics,
            BleLinkListener listener)
            throws BleException {
        this.calls = calls;
        this.device = device;
        this.characteristics = characteristics;
        this.listener = new AtomicReference<>(listener);
        this.watching = calls.repeat(this::look, LOOK_MS);
    }

    static TinybLink connect(TinybCalls calls, BluetoothDevice device, BleLinkListener listener)
            throws BleException, InterruptedException {
        try {
            Map<UUID, BluetoothGattCharacteristic> found = calls.call(() -> {
                if (!device.getConnected() && !device.connect()) {
                    throw new BleException(BleProblem.REFUSED, "connect says no");
                }
                return awaitCharacteristics(device);
            });
            return new TinybLink(calls, device, found, listener);
        } catch (BleException | InterruptedException e) {
            // Whatever TinyB believes: an attempt that still runs must end, or no scan sees the strap again.
            calls.attempt(device::disconnect);
            throw e;
        }
    }

    /**
     * Waits for the services. They may still be coming when BlueZ calls them resolved, and those of the connection before may
     * still be going, so the heart rate must be among them, for a second all looks must show the same services, and then two the
     * same characteristics; and TinyB learns of the connection a moment after the call that made it has returned.
     */
    private static Map<UUID, BluetoothGattCharacteristic> awaitCharacteristics(BluetoothDevice device)
            throws BleException, InterruptedException {
        int looks = 0;
        int same = 0;
        int disconnected = 0;
        List<UUID> servicesBefore = List.of();
        Set<UUID> before = Set.of();
        while (true) {
            boolean resolved = device.getServicesResolved();
            List<BluetoothGattService> services = resolved ? services(device) : List.of();
            List<UUID> kinds = services.stream().map(TinybLink::kind).sorted().toList();
            looks += resolved ? 1 : 0;
            boolean last = looks > PATIENCE_LOOKS;
            same = kinds.equals(servicesBefore) ? same + 1 : 0;
            boolean steady = kinds.contains(GattUuid.HEART_RATE_SERVICE) && same >= STEADY_LOOKS;
            Map<UUID, BluetoothGattCharacteristic> found = steady || last ? offered(services) : Map.of();
            boolean complete = found.containsKey(GattUuid.HEART_RATE_MEASUREMENT)
                    && found.keySet().equals(before);
            if (complete || last) {
                return found;
            }
            servicesBefore = kinds;
            before = Set.copyOf(found.keySet());
            disconnected = device.getConnected() ? 0 : disconnected + 1;
            if (disconnected > PATIENCE_LOOKS) {
                throw new BleException(BleProblem.LINK_LOST, "disconnected while its services were read");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    /** Those that somebody reads; a device may have several of one kind, as a computer that plays a strap has of information. */
    private static List<BluetoothGattService> services(BluetoothDevice device) {
        return device.getServices().stream()
                .filter(service -> WANTED.contains(kind(service)))
                .toList();
    }

    private static UUID kind(BluetoothGattService service) {
        return UUID.fromString(service.getUUID());
    }

    private static Map<UUID, BluetoothGattCharacteristic> offered(List<BluetoothGattService> services) {
        Map<UUID, BluetoothGattCharacteristic> found = new HashMap<>();
        for (BluetoothGattService service : services) {
            for (BluetoothGattCharacteristic each : service.getCharacteristics()) {
                found.put(UUID.fromString(each.getUUID()), each);
            }
        }
        return found;
    }

    private void look() {
        boolean connected;
        try {
            connected = device.getConnected();
        } catch (RuntimeException e) {
            connected = false;
        }
        patience = connected ? 0 : patience - 1;
        if (patience < 0 && over.compareAndSet(false, true)) {
            BleLinkListener told = listener.get();
            if (told != null) {
                told.lost(BleProblem.LINK_LOST, "no longer connected");
            }
        }
    }

    @Override
    public Set<UUID> characteristics() {
        return Set.copyOf(characteristics.keySet());
    }

    @Override
    public byte[] read(UUID characteristic) throws BleException, InterruptedException {
        BluetoothGattCharacteristic of = offered(characteristic);
        try {
            return calls.call(of::readValue);
        } catch (BleException e) {
            // It may be one of the connection before, which TinyB still shows: the newest is asked once.
            characteristics = calls.call(() -> offered(services(device)));
            BluetoothGattCharacteristic newest = offered(characteristic);
            return calls.call(newest::readValue);
        }
    }

    @Override
    public void write(UUID characteristic, byte[] value) throws BleException, InterruptedException {
        BluetoothGattCharacteristic of = offered(characteristic);
        byte[] copy = value.clone();
        if (!calls.call(() -> of.writeValue(copy))) {
            throw new BleException(BleProblem.OTHER, "the device did not take what was written");
        }
    }

    @Override
    public void subscribe(UUID characteristic) throws BleException, InterruptedException {
        BluetoothGattCharacteristic of = offered(characteristic);
        BluetoothNotification<byte[]> callback = callback(characteristic, listener, over);
        calls.call(() -> {
            of.enableValueNotifications(callback);
            return true;
        });
    }

    /** Holds nothing of the link but these two. */
    private static BluetoothNotification<byte[]> callback(
            UUID characteristic, AtomicReference<@Nullable BleLinkListener> listener, AtomicBoolean over) {
        return value -> {
            BleLinkListener told = listener.get();
            if (told != null && !over.get()) {
                told.received(characteristic, value);
            }
        };
    }

    @Override
    public void unsubscribe(UUID characteristic) throws BleException, InterruptedException {
        BluetoothGattCharacteristic of = offered(characteristic);
        calls.call(() -> {
            of.disableValueNotifications();
            return true;
        });
    }

    private BluetoothGattCharacteristic offered(UUID characteristic) throws BleException {
        BluetoothGattCharacteristic of = characteristics.get(characteristic);
        if (of == null) {
            throw new BleException(BleProblem.NOT_OFFERED, "no characteristic " + characteristic);
        }
        if (over.get()) {
            throw new BleException(BleProblem.LINK_LOST, "the link is over");
        }
        return of;
    }

    @Override
    public void close() {
        over.set(true);
        listener.set(null);
        if (watching.cancel(false)) {
            calls.attempt(device::disconnect);
        }
    }
}
