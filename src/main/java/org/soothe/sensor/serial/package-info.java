/**
 * Stage: pulse sensors on a serial port: boards with firmware, and finger oximeters.
 *
 * <p>Input: the bytes of a port, at whatever rate and in whatever protocol the device speaks.
 *
 * <p>Output: the device's beats as RR packets, its samples as pulse waves, and what the sensor is doing.
 *
 * <p>Thread: decoders belong to whoever feeds them; an open sensor reads its port on a daemon thread of its own.
 *
 * <p>Clock: arrival times are read from the session clock that is handed in.
 *
 * <p>Start reading: {@link org.soothe.sensor.serial.SerialSensor}.
 */
@NullMarked
package org.soothe.sensor.serial;

import org.jspecify.annotations.NullMarked;
