package org.soothe.event;

/**
 * Nothing else happened: the session went on although no source said anything. It lets what is known grow old live as it
 * does in replay. Immutable.
 *
 * @param timeNs what time it was, on the session axis
 */
public record TimePassed(long timeNs) implements Event {

    @Override
    public TimePassed at(long newNs) {
        return new TimePassed(newNs);
    }
}
