/**
 * Stage: beats are judged: normal or artifact, corrected or left out, with the raw value kept.
 *
 * <p>Input: beats from the beat clock.
 *
 * <p>Output: NN intervals, a class per beat, signal quality, rhythm.
 *
 * <p>Thread: the one thread that owns the engine.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.artifact.NnSeries}.
 */
@NullMarked
package org.soothe.artifact;

import org.jspecify.annotations.NullMarked;
