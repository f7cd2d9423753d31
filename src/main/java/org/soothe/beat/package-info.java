/**
 * Stage: RR packets and raw waves become beats on the session axis.
 *
 * <p>Input: events with RR intervals and their arrival times; blocks of ECG samples.
 *
 * <p>Output: beats with times rebuilt from RR sums, gaps marked; R peaks between samples.
 *
 * <p>Thread: the one thread that owns the engine.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.beat.BeatClock}; for waves {@link org.soothe.beat.EcgBeatFinder}.
 */
@NullMarked
package org.soothe.beat;

import org.jspecify.annotations.NullMarked;
