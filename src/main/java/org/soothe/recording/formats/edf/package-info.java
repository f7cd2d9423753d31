/**
 * Stage: the file format EDF+ alone, without any meaning of its signals.
 *
 * <p>Input: signals and annotations, or bytes.
 *
 * <p>Output: bytes, or signals and annotations; a damaged file is answered with what is wrong and where.
 *
 * <p>Thread: the caller's; nothing is shared.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.edf.EdfFile}.
 */
@NullMarked
package org.soothe.recording.formats.edf;

import org.jspecify.annotations.NullMarked;
