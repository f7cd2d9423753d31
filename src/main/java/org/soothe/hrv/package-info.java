/**
 * Stage: intervals become measures of heart rate variability: time domain, spectrum, breathing rate.
 *
 * <p>Input: NN intervals with their gaps and corrections.
 *
 * <p>Output: a number per measure, or the reason why there is none.
 *
 * <p>Thread: the one thread that owns the engine; results are immutable.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.hrv.Measure}.
 */
@NullMarked
package org.soothe.hrv;

import org.jspecify.annotations.NullMarked;
