package org.soothe.session;

import java.io.IOException;

/**
 * Takes what a live session gives: a recording, a view, a page. All calls come from one thread that belongs to the sink alone,
 * so a sink may be slow, and one that throws ends for itself and not for the session.
 */
public interface SessionSink {

    /** Returns a short word for its thread and for messages, such as {@code recording}. */
    String name();

    /** The engine has taken an event. */
    void taken(Frame frame) throws IOException;

    /**
     * Nothing new, some ten times a second: a moving pacer can be drawn, a buffer be written.
     *
     * @param timeNs time of the session now
     */
    default void waiting(long timeNs) throws IOException {}

    /** The session is over; the last call. Also a sink that failed before gets it, to close what it holds. */
    default void ended(SessionEnd end) throws IOException {}
}
