package org.soothe.sensor.ble;

import java.util.Set;
import java.util.UUID;

/**
 * A connection to one device whose services are known. Characteristics are named by their UUID alone, because a strap has
 * each of them once. The contract of {@link BleBackend} holds here too.
 *
 * <p>A system may keep the battery service to itself. Then its backend answers for {@link GattUuid#BATTERY_LEVEL} from what
 * the system knows: it lists it, and a subscription delivers one byte of percent as soon as there is one.
 */
public interface BleLink extends AutoCloseable {

    /** Returns the characteristics that the device offers. */
    Set<UUID> characteristics();

    /**
     * Reads a value.
     *
     * @throws BleException {@link BleProblem#NOT_OFFERED} if the device has no such characteristic
     */
    byte[] read(UUID characteristic) throws BleException, InterruptedException;

    /** Writes a value and waits for the device's acknowledgement. */
    void write(UUID characteristic, byte[] value) throws BleException, InterruptedException;

    /**
     * Turns on notifications, or indications where the characteristic has only those. From now on values go to {@link
     * BleLinkListener#received}. Some systems report what was read as a change too, so a listener must bear an answer to {@link
     * #read} of the same characteristic.
     */
    void subscribe(UUID characteristic) throws BleException, InterruptedException;

    /** Turns notifications off. */
    void unsubscribe(UUID characteristic) throws BleException, InterruptedException;

    /** Disconnects. Never throws; twice does nothing. No {@link BleLinkListener#lost} follows. */
    @Override
    void close();
}
