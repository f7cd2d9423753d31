/**
 * Stage: RR packets become beats on the session axis.
 *
 * <p>Input: events with RR intervals and their arrival times.
 *
 * <p>Output: beats with times rebuilt from RR sums, gaps marked.
 *
 * <p>Thread: the one thread that owns the engine.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.beat.BeatClock}.
 */
@NullMarked
package org.soothe.beat;

import org.jspecify.annotations.NullMarked;
