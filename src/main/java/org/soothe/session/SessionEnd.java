package org.soothe.session;

import java.util.Objects;
import org.soothe.engine.Snapshot;

/**
 * How a live session ended. Immutable.
 *
 * @param cause why
 * @param reason the same in words for a person
 * @param timeNs when, on the session axis
 * @param eventCount events that the engine got
 * @param movedCount events among them whose time had to be moved, because an event of another source overtook them
 * @param last what the engine knew at the end
 */
public record SessionEnd(Cause cause, String reason, long timeNs, long eventCount, long movedCount, Snapshot last) {

    /** Why a session ended. */
    public enum Cause {
        /** Somebody asked for it. */
        STOPPED,
        /** It has lasted as long as it should. */
        DURATION,
        /** The source has nothing more, such as a simulated person. */
        SENSOR_ENDED,
        /** The sensor has given up. */
        SENSOR_FAILED
    }

    /** Checks that nothing is missing. */
    public SessionEnd {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(last, "last");
    }
}
