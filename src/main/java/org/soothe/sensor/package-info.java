/**
 * Stage: the port through which hardware, pages and simulated people come in.
 *
 * <p>Input: none here; the rooms below each know one kind of sensor.
 *
 * <p>Output: events into a bounded queue.
 *
 * <p>Thread: any; a queue joins the threads of sensors with the session loop.
 *
 * <p>Clock: none here.
 *
 * <p>Start reading: {@link org.soothe.sensor.Sensor}.
 */
@NullMarked
package org.soothe.sensor;

import org.jspecify.annotations.NullMarked;
