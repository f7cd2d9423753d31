/**
 * Stage: people and straps that do not exist, for validation, demonstrations and tests.
 *
 * <p>Input: a world, a script and a seed.
 *
 * <p>Output: the events of a session, all at once or as a sensor.
 *
 * <p>Thread: whoever asks for events; a sensor plays on a thread of its own.
 *
 * <p>Clock: none; a sensor that plays at a pace only waits.
 *
 * <p>Start reading: {@link org.soothe.sensor.simulated.SimulatedSession}.
 */
@NullMarked
package org.soothe.sensor.simulated;

import org.jspecify.annotations.NullMarked;
