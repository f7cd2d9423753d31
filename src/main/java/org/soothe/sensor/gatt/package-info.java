/**
 * Stage: what heart-rate straps say in the characteristics of Bluetooth, whoever carries their bytes here.
 *
 * <p>Input: the bytes of a notification or of a value read.
 *
 * <p>Output: immutable records, and from them RR packets.
 *
 * <p>Thread: any; the decoders are pure functions and what they return is immutable.
 *
 * <p>Clock: none; the arrival time is an argument.
 *
 * <p>Start reading: {@link org.soothe.sensor.gatt.HeartRateMeasurement}.
 */
@NullMarked
package org.soothe.sensor.gatt;

import org.jspecify.annotations.NullMarked;
