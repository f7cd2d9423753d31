/**
 * Stage: straps over Bluetooth Low Energy through the library TinyB, the second way beside D-Bus.
 *
 * <p>Input: the objects of TinyB, which stand for those of BlueZ.
 *
 * <p>Output: devices, links and values for {@link org.soothe.sensor.ble.BleBackend}.
 *
 * <p>Thread: one thread of its own for every call into the native library; values come on a native thread.
 *
 * <p>Clock: none; waits are durations.
 *
 * <p>Start reading: {@link org.soothe.sensor.ble.tinyb.TinybBackend}.
 */
@NullMarked
package org.soothe.sensor.ble.tinyb;

import org.jspecify.annotations.NullMarked;
