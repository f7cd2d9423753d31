/**
 * Stage: the one loop that owns the threads: from the source of events to the engine to the sinks.
 *
 * <p>Input: the events of sensors and of people, or those of a recording.
 *
 * <p>Output: an engine fed in the right order, and sinks that get each event with an immutable snapshot.
 *
 * <p>Thread: a loop runs on the thread that calls it; each sink of a live session has a thread of its own, named after it.
 *
 * <p>Clock: the session's, for the time of what people note and of silence; the engine sees it in events only.
 *
 * <p>Start reading: {@link org.soothe.session.LiveSession}, {@link org.soothe.session.Replay}.
 */
@NullMarked
package org.soothe.session;

import org.jspecify.annotations.NullMarked;
