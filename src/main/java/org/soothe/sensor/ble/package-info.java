/**
 * Stage: heart-rate straps over Bluetooth Low Energy.
 *
 * <p>Input: the bytes of their notifications.
 *
 * <p>Output: RR packets.
 *
 * <p>Thread: any; the decoder is a pure function and what it returns is immutable.
 *
 * <p>Clock: none; the arrival time is an argument.
 *
 * <p>Start reading: {@link org.soothe.sensor.ble.HeartRateMeasurement}.
 */
@NullMarked
package org.soothe.sensor.ble;

import org.jspecify.annotations.NullMarked;
