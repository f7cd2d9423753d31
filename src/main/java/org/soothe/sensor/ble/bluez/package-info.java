/**
 * Stage: the Bluetooth daemon of Linux, BlueZ, as the way to straps.
 *
 * <p>Input: objects and signals of {@code org.bluez} on the system's message bus.
 *
 * <p>Output: a {@link org.soothe.sensor.ble.BleBackend}; no type of a library leaves this package.
 *
 * <p>Thread: the caller's for what is asked; one thread of the bus library for what is heard, in the order of the bus.
 *
 * <p>Clock: none; limits are waits.
 *
 * <p>Start reading: {@link org.soothe.sensor.ble.bluez.BluezBackend}.
 */
@NullMarked
package org.soothe.sensor.ble.bluez;

import org.jspecify.annotations.NullMarked;
