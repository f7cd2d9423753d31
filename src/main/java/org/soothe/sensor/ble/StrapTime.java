package org.soothe.sensor.ble;

import java.util.Arrays;

/**
 * Where the strap's own clock stands on the session axis. Not thread-safe; its owner guards it.
 *
 * <p>A frame arrives when its last sample is over: arrival = strap time + offset + delay, and no delay is negative. The offset
 * is therefore the least difference seen lately (over 12 slots of 5 s), and follows at most at 100 millionths: a crystal drifts less, and a delayed frame moves nothing.
 *
 * <ul>
 *   <li>In the first 5 s the least difference counts at once: the first frames often come late.
 *   <li>A difference that stays more than 0.1 s away is a clock that was set: it counts at once.
 *   <li>A strap's time that goes back by more than 5 s was set back, or was set forward by mistake before: all begins anew.
 * </ul>
 */
final class StrapTime {

    private static final int SLOTS = 12;
    private static final long SLOT_NS = 5_000_000_000L;
    private static final long STEP_NS = 100_000_000L;
    private static final long LARGEST_DRIFT_PER_MILLION = 100;

    private final long[] leastPerSlot = new long[SLOTS];
    private boolean started;
    private long lastStrapNs;
    private long firstArrivalNs;
    private long lastArrivalNs;
    private long slot;
    private long offsetNs;

    /** Takes a frame into account: the strap's time of its last sample, and when it arrived on the session axis. */
    void update(long strapNs, long arrivalNs) {
        long differenceNs = arrivalNs - strapNs;
        // Two streams share the clock, and their frames overtake each other by a second or so.
        boolean wentBack = lastStrapNs - strapNs > SLOT_NS;
        lastStrapNs = strapNs;
        if (!started || wentBack) {
            started = true;
            firstArrivalNs = arrivalNs;
            lastArrivalNs = arrivalNs;
            offsetNs = differenceNs;
            Arrays.fill(leastPerSlot, Long.MAX_VALUE);
        }
        long newSlot = (arrivalNs - firstArrivalNs) / SLOT_NS;
        for (long each = Math.max(slot + 1, newSlot - SLOTS + 1); each <= newSlot; each++) {
            leastPerSlot[(int) (each % SLOTS)] = Long.MAX_VALUE;
        }
        slot = newSlot;
        int index = (int) (newSlot % SLOTS);
        leastPerSlot[index] = Math.min(leastPerSlot[index], differenceNs);
        long least = Arrays.stream(leastPerSlot).min().orElse(differenceNs);
        follow(least, arrivalNs);
        lastArrivalNs = arrivalNs;
    }

    private void follow(long targetNs, long arrivalNs) {
        long errorNs = targetNs - offsetNs;
        boolean isNew = arrivalNs - firstArrivalNs < SLOT_NS;
        if (isNew || Math.abs(errorNs) > STEP_NS) {
            offsetNs = targetNs;
            return;
        }
        long mostNs = (arrivalNs - lastArrivalNs) / 1_000_000 * LARGEST_DRIFT_PER_MILLION;
        offsetNs += Math.max(-mostNs, Math.min(mostNs, errorNs));
    }

    /** Returns a time of the strap on the session axis. */
    long onSessionAxis(long strapNs) {
        return strapNs + offsetNs;
    }
}
