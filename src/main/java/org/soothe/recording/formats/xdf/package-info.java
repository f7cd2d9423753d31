/**
 * Stage: the file format XDF alone, without any meaning of its streams.
 *
 * <p>Input: streams of numbers or texts with their times, or bytes.
 *
 * <p>Output: bytes, or streams; a damaged file is answered with what is wrong and where.
 *
 * <p>Thread: the caller's; nothing is shared.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.xdf.XdfStream}.
 */
@NullMarked
package org.soothe.recording.formats.xdf;

import org.jspecify.annotations.NullMarked;
