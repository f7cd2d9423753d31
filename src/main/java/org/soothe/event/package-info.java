/**
 * Stage: the words that flow through the house.
 *
 * <p>Input: none.
 *
 * <p>Output: immutable events, each with its time on the session axis.
 *
 * <p>Thread: any; everything here is immutable.
 *
 * <p>Clock: none; every event carries its own time.
 *
 * <p>Start reading: {@link org.soothe.event.Event}.
 */
@NullMarked
package org.soothe.event;

import org.jspecify.annotations.NullMarked;
