/**
 * Stage: the session file: everything that happened in a session and everything the engine said, appended as it happens.
 *
 * <p>Input: events and the snapshots that followed them, or a file of them.
 *
 * <p>Output: a file of blocks as docs/session-format.md describes it, or its events and snapshots in their order.
 *
 * <p>Thread: a recorder has a writer thread of its own and is fed by the session loop; a reader belongs to its caller.
 *
 * <p>Clock: a monotonic one, for when to commit only; every event carries its own time.
 *
 * <p>Start reading: {@link org.soothe.recording.file.SessionRecorder}, {@link org.soothe.recording.file.SessionFile}.
 */
@NullMarked
package org.soothe.recording.file;

import org.jspecify.annotations.NullMarked;
