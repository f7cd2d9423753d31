/**
 * Stage: heart-rate straps over Bluetooth Low Energy.
 *
 * <p>Input: what a {@link org.soothe.sensor.ble.BleBackend} sees of straps and hears from them.
 *
 * <p>Output: states with reasons, RR packets, battery, energy, identity, and from Polar straps waves, as events.
 *
 * <p>Thread: {@code sensor-ble} looks, connects and watches; the backend's own hears; {@code sensor-ble-out} hands events on.
 *
 * <p>Clock: that of the session, monotonic; a strap's own clock is mapped to it.
 *
 * <p>Start reading: {@link org.soothe.sensor.ble.BleSensor}; for another radio {@link org.soothe.sensor.ble.BleBackend}.
 */
@NullMarked
package org.soothe.sensor.ble;

import org.jspecify.annotations.NullMarked;
