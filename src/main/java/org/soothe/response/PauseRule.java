package org.soothe.response;

import org.jspecify.annotations.Nullable;
import org.soothe.response.PauseOffer.Cause;
import org.soothe.response.PauseOffer.Kind;

/**
 * When a pause is offered (physiology basis 5.10).
 *
 * <ul>
 *   <li>time out: THREAT_RESPONSE for 60 s, or distress of 7 or more, or a heart rate of the reference + 20 bpm or more for
 *       60 s without movement
 *   <li>stop: THREAT_RESPONSE for 180 s, or distress of 9 or more
 *   <li>at most one offer in 3 minutes; a rating that comes too early waits, unless a lower one takes it back
 * </ul>
 *
 * <p>Not thread-safe; allocates only in {@link #offer}.
 */
final class PauseRule {

    private static final long NONE = Long.MIN_VALUE;
    private static final long BETWEEN_OFFERS_NS = 180_000_000_000L;
    private static final long THREAT_TIME_OUT_NS = 60_000_000_000L;
    private static final long THREAT_STOP_NS = 180_000_000_000L;
    private static final long HEART_RATE_NS = 60_000_000_000L;
    private static final double HEART_RATE_RISE_BPM = 20;
    private static final int DISTRESS_TIME_OUT = 7;
    private static final int DISTRESS_STOP = 9;

    private long threatSinceNs = NONE;
    private long fastSinceNs = NONE;
    private int distress;
    private long offeredNs = NONE;
    private Kind kind = Kind.TIME_OUT;
    private Cause cause = Cause.THREAT_LASTS;

    /** A phase begins, or the exercise is paused or goes on: what lasted ends. */
    void begin() {
        threatSinceNs = NONE;
        fastSinceNs = NONE;
        distress = 0;
    }

    /** A rating of distress, 0 to 10; at once if nothing was offered lately. */
    void distress(int rating, long timeNs) {
        distress = rating;
        judge(timeNs);
    }

    /**
     * A tick of a phase that is read.
     *
     * @param riseBpm heart rate minus that of the reference; NaN where one is missing or there was movement
     */
    void tick(long tickNs, ResponseState state, double riseBpm) {
        threatSinceNs = since(threatSinceNs, state == ResponseState.THREAT_RESPONSE, tickNs);
        fastSinceNs = since(fastSinceNs, riseBpm >= HEART_RATE_RISE_BPM, tickNs);
        judge(tickNs);
    }

    private static long since(long sinceNs, boolean holds, long nowNs) {
        if (!holds) {
            return NONE;
        }
        return sinceNs == NONE ? nowNs : sinceNs;
    }

    private void judge(long nowNs) {
        if (offeredNs != NONE && nowNs - offeredNs < BETWEEN_OFFERS_NS) {
            return;
        }
        if (distress >= DISTRESS_STOP) {
            make(nowNs, Kind.STOP, Cause.DISTRESS);
        } else if (lasts(threatSinceNs, nowNs, THREAT_STOP_NS)) {
            make(nowNs, Kind.STOP, Cause.THREAT_LASTS);
        } else if (distress >= DISTRESS_TIME_OUT) {
            make(nowNs, Kind.TIME_OUT, Cause.DISTRESS);
        } else if (lasts(threatSinceNs, nowNs, THREAT_TIME_OUT_NS)) {
            make(nowNs, Kind.TIME_OUT, Cause.THREAT_LASTS);
        } else if (lasts(fastSinceNs, nowNs, HEART_RATE_NS)) {
            make(nowNs, Kind.TIME_OUT, Cause.HEART_RATE);
        }
    }

    private static boolean lasts(long sinceNs, long nowNs, long neededNs) {
        return sinceNs != NONE && nowNs - sinceNs >= neededNs;
    }

    private void make(long nowNs, Kind newKind, Cause newCause) {
        offeredNs = nowNs;
        kind = newKind;
        cause = newCause;
        distress = 0;
    }

    /** Returns the newest offer, null if none was made yet. Allocates it. */
    @Nullable
    PauseOffer offer() {
        return offeredNs == NONE ? null : new PauseOffer(offeredNs, kind, cause);
    }
}
