package org.soothe.time;

import java.time.Instant;
import java.util.Objects;

/**
 * The time axis of one session: nanoseconds since it began, from a monotonic clock; the wall clock is read once and is
 * only a label. Immutable; may be read from any thread.
 *
 * <p>The axis of a simulated session may run faster than the machine's clock.
 */
public final class SessionClock {

    private final NanoClock clock;
    private final long startReadingNs;
    private final Instant startedAt;
    private final double speedRatio;

    /** Starts an axis now; {@code startedAt} is the label of its zero. */
    public SessionClock(NanoClock clock, Instant startedAt) {
        this(clock, startedAt, 1);
    }

    /**
     * Starts an axis now that runs a number of times as fast as the clock.
     *
     * @throws IllegalArgumentException unless the speed is above 0 and finite
     */
    public SessionClock(NanoClock clock, Instant startedAt, double speedRatio) {
        if (!(speedRatio > 0) || Double.isInfinite(speedRatio)) {
            throw new IllegalArgumentException("speedRatio must be above 0 and finite, was " + speedRatio);
        }
        this.clock = Objects.requireNonNull(clock, "clock");
        this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
        this.speedRatio = speedRatio;
        this.startReadingNs = clock.nanoTime();
    }

    /** Starts an axis now on the machine's clocks. */
    public static SessionClock start() {
        return start(1);
    }

    /** Starts an axis now on the machine's clocks that runs a number of times as fast as they do. */
    public static SessionClock start(double speedRatio) {
        return new SessionClock(NanoClock.system(), Instant.now(), speedRatio);
    }

    /** Returns the time since the session began, in nanoseconds. */
    public long nowNs() {
        long passedNs = clock.nanoTime() - startReadingNs;
        return speedRatio == 1 ? passedNs : (long) (passedNs * speedRatio);
    }

    /** Returns how long the machine's clock must go on until the axis reaches a time; 0 if it has been reached. */
    public long untilNs(long timeNs) {
        long leftNs = timeNs - nowNs();
        return leftNs <= 0 ? 0 : (long) Math.ceil(leftNs / speedRatio);
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
