package org.soothe.sensor.ble;

import java.util.concurrent.TimeUnit;
import org.soothe.time.SessionClock;

/** How long to pause before the next attempt, and when to give up. Not thread-safe; used by the thread of the sensor. */
final class StrapPatience {

    private final SessionClock clock;
    private final BleTiming timing;
    private final long startNs;
    private int failures;

    StrapPatience(SessionClock clock, BleTiming timing) {
        this.clock = clock;
        this.timing = timing;
        this.startNs = clock.nowNs();
    }

    /** A connection has brought intervals: the next attempt is prompt again. */
    void renew() {
        failures = 0;
    }

    /** Returns whether a strap that was never there has been looked for long enough. */
    boolean isExhausted() {
        return clock.nowNs() - startNs >= TimeUnit.MILLISECONDS.toNanos(timing.giveUpMs());
    }

    /** Returns the pause before the next attempt: none, then the first, then twice as long each time, up to the longest. */
    long pauseMs() {
        int failure = failures++;
        if (failure == 0) {
            return 0;
        }
        long doubled = timing.firstPauseMs() << Math.min(failure - 1, 20);
        return Math.min(doubled, timing.longestPauseMs());
    }
}
