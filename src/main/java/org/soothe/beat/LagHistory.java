package org.soothe.beat;

/**
 * Lags (arrival less the time of the packet's newest beat) of the packets of the last 60 s. Fixed size, not
 * thread-safe.
 */
final class LagHistory {

    /** How long the usual lag is remembered (physiology basis 4.1). */
    static final long WINDOW_NS = 60_000_000_000L;

    /** Packets kept: two a second for a minute; with more, the window is shorter. */
    private static final int CAPACITY = 128;

    private final long[] arrivalNs = new long[CAPACITY];
    private final long[] lagNs = new long[CAPACITY];
    private final int[] beatCount = new int[CAPACITY];
    private final boolean[] afterSilence = new boolean[CAPACITY];
    private int first;
    private int size;

    void add(long arrivalNs, long lagNs, int beatCount, boolean afterSilence) {
        forgetBefore(arrivalNs);
        if (size == CAPACITY) {
            removeOldest();
        }
        int slot = (first + size) % CAPACITY;
        this.arrivalNs[slot] = arrivalNs;
        this.lagNs[slot] = lagNs;
        this.beatCount[slot] = beatCount;
        this.afterSilence[slot] = afterSilence;
        size++;
    }

    /** Forgets what is more than the window older than the given arrival. */
    void forgetBefore(long nowNs) {
        while (size > 0 && nowNs - arrivalNs[first] > WINDOW_NS) {
            removeOldest();
        }
    }

    int size() {
        return size;
    }

    /** Returns the smallest lag kept: what a packet needs at least. There must be one. */
    long offsetNs() {
        return smallestOfNewestNs(size);
    }

    /** Returns how many of the newest packets, at most {@code limit}, all have a lag above the given one. */
    int runAbove(long limitNs, int limit) {
        int run = 0;
        while (run < Math.min(limit, size) && lagNs[slotOfNewest(run)] > limitNs) {
            run++;
        }
        return run;
    }

    long smallestOfNewestNs(int count) {
        long smallestNs = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            smallestNs = Math.min(smallestNs, lagNs[slotOfNewest(i)]);
        }
        return smallestNs;
    }

    /** Returns the lag of the packet that so many came after; 0 is the newest. */
    long lagNs(int back) {
        return lagNs[slotOfNewest(back)];
    }

    /** Returns whether that packet came after a pause in which one seems to be missing. */
    boolean afterSilence(int back) {
        return afterSilence[slotOfNewest(back)];
    }

    /** Returns the largest lag of all packets before the newest {@code count}. There must be one. */
    long largestBeforeNs(int count) {
        long largestNs = Long.MIN_VALUE;
        for (int i = count; i < size; i++) {
            largestNs = Math.max(largestNs, lagNs[slotOfNewest(i)]);
        }
        return largestNs;
    }

    /** Returns the largest less the smallest lag of the newest packets. */
    long spreadNs(int count) {
        long largestNs = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            largestNs = Math.max(largestNs, lagNs[slotOfNewest(i)]);
        }
        return largestNs - smallestOfNewestNs(count);
    }

    int beatsOfNewestCount(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += beatCount[slotOfNewest(i)];
        }
        return sum;
    }

    void lowerNewest(int count, long byNs) {
        for (int i = 0; i < count; i++) {
            lagNs[slotOfNewest(i)] -= byNs;
        }
    }

    private int slotOfNewest(int back) {
        return (first + size - 1 - back) % CAPACITY;
    }

    private void removeOldest() {
        first = (first + 1) % CAPACITY;
        size--;
    }
}
