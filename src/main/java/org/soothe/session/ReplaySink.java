package org.soothe.session;

import org.soothe.engine.Engine;
import org.soothe.event.Event;

/** Sees an engine while a recording is replayed; all calls come from the thread of the replay. */
public interface ReplaySink {

    /**
     * The engine has taken an event; its snapshot may be asked for.
     *
     * @return whether to go on
     */
    boolean taken(Event event, Engine engine);

    /**
     * Time passes between two events of a paced replay, a few times a second.
     *
     * @param timeNs time of the recording now
     * @return whether to go on
     */
    default boolean waiting(long timeNs, Engine engine) {
        return true;
    }
}
