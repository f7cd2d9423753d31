/**
 * Stage: heart-rate straps over the Bluetooth Low Energy of this machine.
 *
 * <p>Input: the radio; what its packets say is read by {@link org.soothe.sensor.gatt}.
 *
 * <p>Output: events into a bounded queue.
 *
 * <p>Thread: those of a sensor, named after it.
 *
 * <p>Clock: the session's, for arrival times.
 *
 * <p>Start reading: {@link org.soothe.sensor.gatt.HeartRateMeasurement}.
 */
@NullMarked
package org.soothe.sensor.ble;

import org.jspecify.annotations.NullMarked;
