package org.soothe.sensor.serial;

/**
 * Whether what a device sends keeps getting lost on the way: at 5 places or more in ten seconds, until it is at most one. Both
 * numbers are judgement: a hole every two seconds leaves hardly an interval. A garbled line may be missed by its number, too,
 * so of both counts the greater one counts. Not thread-safe.
 */
final class LineLoss {

    private static final long STRETCH_NS = 10_000_000_000L;
    private static final int MANY = 5;
    private static final int FEW = 1;

    private long beginNs;
    private int garbledCount;
    private int missedCount;
    private boolean many;

    LineLoss(long nowNs) {
        this.beginNs = nowNs;
    }

    /** Counts a line, or a frame, that could not be read. */
    void garbled() {
        garbledCount++;
    }

    /** Counts a place at which lines are missing by their numbers, however many. */
    void missed() {
        missedCount++;
    }

    /** Hears that it is now this time; returns whether there is news. */
    boolean changes(long nowNs) {
        if (nowNs - beginNs < STRETCH_NS) {
            return false;
        }
        int count = Math.max(garbledCount, missedCount);
        boolean before = many;
        many = count >= MANY || (many && count > FEW);
        beginNs = nowNs;
        garbledCount = 0;
        missedCount = 0;
        return many != before;
    }

    /** Returns whether many were lost. */
    boolean isMany() {
        return many;
    }
}
