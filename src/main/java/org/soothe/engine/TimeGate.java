package org.soothe.engine;

/**
 * Lets events through whose time can be true: not before the last one and not more than an hour after it. Not
 * thread-safe; owned by the engine.
 *
 * <p>Refused events that agree with each other (each at most a minute after the one before, ten of them over at least
 * ten seconds, none let through in between) mean that the axis itself has jumped: a recording with a long hole, or a
 * wrong time that came first. Then the gate moves over to them.
 */
final class TimeGate {

    /** What the gate says to an event. */
    enum Verdict {
        /** In order. */
        ACCEPTED,
        /** Earlier than an event before it. */
        REFUSED_BACKWARD,
        /** More than an hour after the event before it. */
        REFUSED_AHEAD,
        /** In order on an axis that has jumped: nothing from before it is a neighbour. */
        ACCEPTED_AFTER_JUMP
    }

    /** Longest step ahead that an event may take. */
    static final long LONGEST_STEP_NS = 3_600_000_000_000L;

    /** Times beyond this (about 127 years) are no times of a session; differences below it cannot overflow. */
    private static final long LARGEST_TIME_NS = 4_000_000_000_000_000_000L;

    private static final long AGREEING_STEP_NS = 60_000_000_000L;
    private static final long AGREEING_SPAN_NS = 10_000_000_000L;
    private static final int AGREEING_COUNT = 10;

    private boolean open;
    private long lastNs;

    private long agreeingFirstNs;
    private long agreeingLastNs;
    private int agreeingCount;

    Verdict judge(long timeNs) {
        if (timeNs > LARGEST_TIME_NS || timeNs < -LARGEST_TIME_NS) {
            return timeNs > 0 ? Verdict.REFUSED_AHEAD : Verdict.REFUSED_BACKWARD;
        }
        if (!open || (timeNs >= lastNs && timeNs - lastNs <= LONGEST_STEP_NS)) {
            return accept(timeNs, Verdict.ACCEPTED);
        }
        if (agreesWithRefused(timeNs)) {
            return accept(timeNs, Verdict.ACCEPTED_AFTER_JUMP);
        }
        return timeNs < lastNs ? Verdict.REFUSED_BACKWARD : Verdict.REFUSED_AHEAD;
    }

    private Verdict accept(long timeNs, Verdict verdict) {
        open = true;
        lastNs = timeNs;
        agreeingCount = 0;
        return verdict;
    }

    private boolean agreesWithRefused(long timeNs) {
        boolean agrees = agreeingCount > 0 && timeNs >= agreeingLastNs && timeNs - agreeingLastNs <= AGREEING_STEP_NS;
        if (!agrees) {
            agreeingFirstNs = timeNs;
            agreeingCount = 0;
        }
        agreeingLastNs = timeNs;
        agreeingCount++;
        return agreeingCount >= AGREEING_COUNT && timeNs - agreeingFirstNs >= AGREEING_SPAN_NS;
    }
}
