/**
 * Stage: the evidence. Simulated persons and labelled recordings against the engine, with intervals and plots.
 *
 * <p>Input: sessions with a known truth, and recordings with labels.
 *
 * <p>Output: figures, tables and verdicts for docs/validation.
 *
 * <p>Thread: whoever asks; long work spreads over all cores and gives the same figures on any number of them.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.validation.ResponseValidation}.
 */
@NullMarked
package org.soothe.validation;

import org.jspecify.annotations.NullMarked;
