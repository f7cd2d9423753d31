/**
 * Stage: files of other programs become recordings.
 *
 * <p>Input: text, CSV, watch, wristband and annotation files.
 *
 * <p>Output: {@link org.soothe.recording.RrRecording}, or an error that names file, line, what was read and what was
 * expected.
 *
 * <p>Thread: any; nothing is shared.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.RecordingReader}.
 */
@NullMarked
package org.soothe.recording.formats;

import org.jspecify.annotations.NullMarked;
