package org.soothe.sensor.ble;

import java.util.function.Consumer;

/**
 * The way to one Bluetooth radio: look around, connect. Everything that knows a Bluetooth library stands behind this
 * interface, and no type of a library crosses it.
 *
 * <p>Contract for those who write one:
 *
 * <ul>
 *   <li>Calls come from one thread at a time and may block, but never longer than {@link #LIMIT_MS}; then they throw {@link
 *       BleProblem#TIMED_OUT}. An interrupt ends a wait soon. Only {@code close} may come from another thread, at any time,
 *       and more than once; it makes a waiting call throw.
 *   <li>What goes wrong is a {@link BleException} with one of the {@link BleProblem}s. Nothing else is thrown on what a radio,
 *       a daemon or a strap does.
 *   <li>Callbacks come from a thread of the backend, in the order in which things happened, and return soon. None comes
 *       after {@code close} has returned.
 *   <li>A backend whose daemon or bus died stays dead; its user opens another one.
 * </ul>
 */
public interface BleBackend extends AutoCloseable {

    /** No call waits longer than this: an H10 needs up to 20 s to resolve its services. */
    long LIMIT_MS = 30_000;

    /** Opens a backend; called again when one has died. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens the way to the radio.
         *
         * @throws BleException if there is no daemon, or it does not let this user in
         */
        BleBackend open() throws BleException, InterruptedException;
    }

    /** Returns what the command line calls it: {@code bluez} or {@code tinyb}. */
    String name();

    /**
     * Returns only if there is an adapter and it is switched on.
     *
     * @throws BleException with what is missing
     */
    void requireReady() throws BleException, InterruptedException;

    /**
     * Starts to look for devices, also those that are known or connected already. Each is reported when first seen, and again
     * whenever its name, signal strength, battery or connection changes; one that the system has forgotten is no longer
     * near. Devices without a Heart Rate Service (0x180D) may be reported too.
     *
     * @return the scan; closing it ends it
     */
    Scan scan(Consumer<BleDevice> seen) throws BleException, InterruptedException;

    /**
     * Connects to a device that a scan has seen and waits until its services are known. Connects as well where another
     * program on this machine holds the connection. Ends its own scan first, if one runs.
     *
     * @param address the address that the scan reported
     * @param listener is told what happens to the link
     */
    BleLink connect(String address, BleLinkListener listener) throws BleException, InterruptedException;

    /** Closes links and scan, and lets go of everything. Never throws. */
    @Override
    void close();

    /** A scan that runs. */
    interface Scan extends AutoCloseable {

        /** Ends it. Never throws; ending it twice does nothing. */
        @Override
        void close();
    }
}
