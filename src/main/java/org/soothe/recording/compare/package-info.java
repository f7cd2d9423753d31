/**
 * Stage: a session read once more with other settings, beside the reading that it had.
 *
 * <p>Input: the events of a session, and what is to be set otherwise.
 *
 * <p>Output: what two engines say at each moment, where they differ, and how often.
 *
 * <p>Thread: the caller's.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.compare.SideBySide}.
 */
@NullMarked
package org.soothe.recording.compare;

import org.jspecify.annotations.NullMarked;
