/**
 * Stage: the one loop that owns the threads: from the source of events to the engine to the sinks.
 *
 * <p>Input: the events of a recording.
 *
 * <p>Output: an engine fed in the right order and at the right pace, shown to a sink after each event.
 *
 * <p>Thread: a loop runs on the thread that calls it; stopping it may be asked for from any thread.
 *
 * <p>Clock: a monotonic one, for the pace only; no result depends on it.
 *
 * <p>Start reading: {@link org.soothe.session.Replay}.
 */
@NullMarked
package org.soothe.session;

import org.jspecify.annotations.NullMarked;
