/**
 * Stage: RR intervals out of FIT files of sports watches.
 *
 * <p>Input: bytes.
 *
 * <p>Output: the intervals; a damaged file is answered with what is wrong and where.
 *
 * <p>Thread: the caller's; nothing is shared.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.fit.FitReader}.
 */
@NullMarked
package org.soothe.recording.formats.fit;

import org.jspecify.annotations.NullMarked;
