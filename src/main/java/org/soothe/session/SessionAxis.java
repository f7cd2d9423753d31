package org.soothe.session;

import org.soothe.time.SessionClock;

/**
 * What time it is in a live session. Goes only forward. Safe for use by many threads; only the session loop moves it on.
 *
 * <p>A simulated person at many times the pace of a heart may not keep up with the clock, and nobody's events may come from
 * the past of the session. So in a simulated session the axis waits for its events: it runs no further ahead of the newest
 * one than a packet is away.
 */
public final class SessionAxis {

    /** Just less than the time between two packets of a simulated person. */
    private static final long SIMULATED_AHEAD_NS = 999_000_000;

    private final SessionClock clock;
    private final long longestAheadNs;
    private volatile long newestNs;

    private SessionAxis(SessionClock clock, long longestAheadNs) {
        this.clock = clock;
        this.longestAheadNs = longestAheadNs;
    }

    /** Returns an axis that runs with the clock. */
    public static SessionAxis of(SessionClock clock) {
        return new SessionAxis(clock, Long.MAX_VALUE / 2);
    }

    /** Returns an axis that waits for the events of a simulated person. */
    public static SessionAxis ofSimulated(SessionClock clock) {
        return new SessionAxis(clock, SIMULATED_AHEAD_NS);
    }

    /** Returns the time now. */
    public long nowNs() {
        long passedNs = newestNs;
        return Math.max(passedNs, Math.min(clock.nowNs(), passedNs + longestAheadNs));
    }

    /** Returns the time for an event that is taken now: its own, but neither before the newest one nor in the future. */
    long placeNs(long eventNs) {
        return Math.max(newestNs, Math.min(eventNs, clock.nowNs()));
    }

    /** Returns the time of the newest event taken, 0 before the first. */
    long newestNs() {
        return newestNs;
    }

    /** The loop has taken an event of this time. */
    void passed(long timeNs) {
        newestNs = timeNs;
    }

    /** Returns how long the machine's clock needs until a time; 0 if it has come, very long if an event must come before. */
    long untilNs(long timeNs) {
        return timeNs - newestNs > longestAheadNs ? Long.MAX_VALUE : clock.untilNs(timeNs);
    }
}
