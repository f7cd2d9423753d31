/**
 * Stage: events in, one immutable snapshot out; the stages below in their order.
 *
 * <p>Input: events in the order in which they arrived.
 *
 * <p>Output: a {@link org.soothe.engine.Snapshot} after any event; final results of a whole recording.
 *
 * <p>Thread: one writer per engine, any thread; no static state.
 *
 * <p>Clock: none; time comes with the events.
 *
 * <p>Start reading: {@link org.soothe.engine.Engine}.
 */
@NullMarked
package org.soothe.engine;

import org.jspecify.annotations.NullMarked;
