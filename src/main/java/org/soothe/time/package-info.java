/**
 * Stage: one monotonic time axis per session.
 *
 * <p>Input: a monotonic clock and one reading of the wall clock.
 *
 * <p>Output: nanoseconds since the session began, and a wall-clock label.
 *
 * <p>Thread: any; everything here is immutable.
 *
 * <p>Clock: the only room besides cli that reads the system clock.
 *
 * <p>Start reading: {@link org.soothe.time.SessionClock}.
 */
@NullMarked
package org.soothe.time;

import org.jspecify.annotations.NullMarked;
