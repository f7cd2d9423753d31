/**
 * Stage: what heart and breath say about how a person responds, compared with their own start.
 *
 * <p>Input: measures of the stages below and the phases of the session.
 *
 * <p>Output: a state with its probabilities, or why nothing can be said; offers of a pause; reliable change between two
 * phases.
 *
 * <p>Thread: the one thread that owns the engine.
 *
 * <p>Clock: none; time comes with the input.
 *
 * <p>Start reading: {@link org.soothe.response.LiveResponse}.
 */
@NullMarked
package org.soothe.response;

import org.jspecify.annotations.NullMarked;
