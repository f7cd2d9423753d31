/**
 * Stage: the breathing pacer, and how far heart and breath follow it.
 *
 * <p>Input: pacer settings and NN intervals.
 *
 * <p>Output: the pacer's phase at any time, RSA amplitude by regression on it, adherence.
 *
 * <p>Thread: the one thread that owns the engine; the pacer itself is immutable and may be read from any.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.breathing.BreathPacer}.
 */
@NullMarked
package org.soothe.breathing;

import org.jspecify.annotations.NullMarked;
