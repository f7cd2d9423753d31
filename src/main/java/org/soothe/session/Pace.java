package org.soothe.session;

import java.util.concurrent.TimeUnit;
import org.soothe.time.NanoClock;

/** How fast a recording is replayed: as fast as it goes, or a multiple of the time in which it was made. Immutable. */
public final class Pace {

    /** Waits; the system's sleep, or a test's. */
    @FunctionalInterface
    interface Sleeper {
        void sleepNs(long durationNs) throws InterruptedException;
    }

    private final double speedRatio;
    private final NanoClock clock;
    private final Sleeper sleeper;

    private Pace(double speedRatio, NanoClock clock, Sleeper sleeper) {
        this.speedRatio = speedRatio;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Returns the pace that never waits. */
    public static Pace unbounded() {
        return new Pace(Double.POSITIVE_INFINITY, () -> 0, durationNs -> {});
    }

    /**
     * Returns a multiple of the recording's own pace.
     *
     * @throws IllegalArgumentException unless the multiple is above 0 and finite
     */
    public static Pace times(double speedRatio, NanoClock clock) {
        return times(speedRatio, clock, TimeUnit.NANOSECONDS::sleep);
    }

    static Pace times(double speedRatio, NanoClock clock, Sleeper sleeper) {
        if (!(speedRatio > 0) || Double.isInfinite(speedRatio)) {
            throw new IllegalArgumentException("speedRatio must be above 0 and finite, was " + speedRatio);
        }
        return new Pace(speedRatio, clock, sleeper);
    }

    boolean waits() {
        return !Double.isInfinite(speedRatio);
    }

    long nowNs() {
        return clock.nanoTime();
    }

    /** Returns how much of the recording passes in a time on the clock. */
    long toRecordingNs(long clockNs) {
        return Math.round(clockNs * speedRatio);
    }

    /** Returns how long a time of the recording lasts on the clock. */
    long toClockNs(long recordingNs) {
        return Math.round(recordingNs / speedRatio);
    }

    void sleepNs(long durationNs) throws InterruptedException {
        sleeper.sleepNs(durationNs);
    }
}
