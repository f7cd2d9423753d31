package org.soothe.sensor.serial;

import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.sensor.EventQueue;
import org.soothe.time.SessionClock;

/** What a sensor says to the session: events in the order of their times, and a state only when it or its words change. */
final class SerialTalk {

    static final String KIND = "serial";

    private final String port;
    private final SessionClock clock;
    private final EventQueue queue;
    private SensorState state = SensorState.SEARCHING;
    private String words = "";

    SerialTalk(String port, SessionClock clock, EventQueue queue) {
        this.port = port;
        this.clock = clock;
        this.queue = queue;
    }

    /** Says a state, now. */
    void status(SensorState newState, String newWords) {
        status(clock.nowNs(), newState, newWords);
    }

    /** Says a state at a time that is not before that of the last event. */
    void status(long timeNs, SensorState newState, String newWords) {
        if (newState != state || !newWords.equals(words)) {
            state = newState;
            words = newWords;
            put(new SensorStatus(timeNs, newState, newWords));
        }
    }

    SensorState state() {
        return state;
    }

    /** Says what sensor this is. */
    void identity(long timeNs, String details) {
        put(new SensorIdentity(timeNs, KIND, port, KIND + ":" + port, BeatSource.PULSE, details));
    }

    /** Hands on an event, waiting for room. */
    void put(Event event) {
        try {
            queue.put(event);
        } catch (InterruptedException e) {
            throw new ClosedWhileWaitingException(e);
        }
    }

    /** The sensor was closed while an event waited for room. */
    static final class ClosedWhileWaitingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClosedWhileWaitingException(InterruptedException cause) {
            super(cause);
        }
    }
}
