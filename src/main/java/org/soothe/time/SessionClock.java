package org.soothe.time;

import java.time.Instant;
import java.util.Objects;

/**
 * The time axis of one session: nanoseconds since it began, from a monotonic clock; the wall clock is read once and is
 * only a label. Immutable; may be read from any thread.
 */
public final class SessionClock {

    private final NanoClock clock;
    private final long startReadingNs;
    private final Instant startedAt;

    /** Starts an axis now; {@code startedAt} is the label of its zero. */
    public SessionClock(NanoClock clock, Instant startedAt) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
        this.startReadingNs = clock.nanoTime();
    }

    /** Starts an axis now on the machine's clocks. */
    public static SessionClock start() {
        return new SessionClock(NanoClock.system(), Instant.now());
    }

    /** Returns the time since the session began, in nanoseconds. */
    public long nowNs() {
        return clock.nanoTime() - startReadingNs;
    }

    /** Returns the wall-clock label of time zero. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Returns the wall-clock label of a time on this axis; a clock set later does not move it. */
    public Instant label(long timeNs) {
        return startedAt.plusNanos(timeNs);
    }
}
