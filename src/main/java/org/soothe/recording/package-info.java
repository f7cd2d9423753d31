/**
 * Stage: recorded sessions.
 *
 * <p>Input: files.
 *
 * <p>Output: the events of a recording, ready for an engine, and its raw intervals as read.
 *
 * <p>Thread: any; a recording is immutable.
 *
 * <p>Clock: none; every event carries its own time.
 *
 * <p>Start reading: {@link org.soothe.recording.RrRecording}.
 */
@NullMarked
package org.soothe.recording;

import org.jspecify.annotations.NullMarked;
