package org.soothe.beat;

import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;

/**
 * Rebuilds the times of beats from RR sums and finds gaps from arrival times. Not thread-safe; owned by the thread that
 * owns the engine.
 *
 * <p>A packet says how long its intervals were, not when its beats were: it arrives late by an unknown and jittering
 * time. So beats follow each other by their intervals, and arrival only tells whether beats were lost: a late packet
 * comes back down to the usual lag, a lost beat does not.
 *
 * <ul>
 *   <li>Intervals of a packet without contact, and intervals no clock can count (not above 0, NaN, above a minute), are
 *       not placed; the next interval starts a segment.
 *   <li>After a minute without intervals the usual lag is forgotten and the next interval starts a segment.
 *   <li>A packet sent twice is dropped. A packet with more beats than time has passed is dropped and ends the segment,
 *       so that beats never run ahead of the axis.
 * </ul>
 */
public final class BeatClock {

    // Design: lags of the last packets stand in LagHistory; offset = smallest of the last 60 s. How far above it a lag
    // may lie without any loss depends on how the sensor sends. One that sends at each beat: only the jitter. One that
    // sends about once a second: up to one interval, because its newest beat may just have happened or be nearly due,
    // and when heart and sender keep almost the same time the lag stays high for many packets (docs/decisions/0001).
    //   Certain for every sensor: the last packets all lie above offset by more than 1.25 times the longest recent RR.
    //   Certain after a silence: they lie above by 0.75 median RR (physiology basis 4.1), above everything before, and
    //   the first of them came after a pause in which a packet is missing, with a jump of its lag.
    // Agreement is asked for because a queue that drains after a stall shows lags that fall packet by packet, and
    // nothing
    // was lost there.

    /** Packets that must agree before a gap is believed. */
    public static final int RISE_PACKET_COUNT = 5;

    /** Lag that is too much after a missing packet, in median RR intervals. */
    public static final double RISE_RATIO = 0.75;

    /** Lag that is too much in any case, in longest recent RR intervals: one may be natural, a quarter is jitter. */
    public static final double CERTAIN_RATIO = 1.25;

    /** Longest interval that is placed on the axis at all; a longer one is no interval. */
    public static final double LONGEST_COUNTABLE_MS = 60_000;

    /** How late the very first packet may have been; only then can beats lie ahead of their arrival. */
    private static final long LONGEST_LATE_START_NS = 3_000_000_000L;

    private static final int UNSTABLE_RISE_PACKET_COUNT = 20;
    private static final double JUMP_RATIO = 0.5;
    private static final double ABOVE_ALL_RATIO = 0.15;
    private static final double SILENCE_RATIO = 1.5;
    private static final double TWICE_RATIO = 0.1;

    private final LagHistory lags = new LagHistory();
    private final RecentValues recentRrMs = new RecentValues();
    private final RecentValues recentSpacingNs = new RecentValues();

    private boolean anchored;
    private long newestBeatNs = Long.MIN_VALUE;
    private int packetsInSegmentCount;
    private int pendingLateCount;
    private long previousArrivalNs;
    private RrPacket previous = RrPacket.ofMs(0, Double.NaN);

    private long packetCount;
    private long beatCount;
    private long gapCount;
    private long lateCount;
    private long duplicateCount;
    private long surplusCount;
    private long uncountableCount;

    /** Places the beats of a packet. Arrival times must not decrease. */
    public void packet(RrPacket packet, BeatSink sink) {
        packetCount++;
        if (packet.contact() == SensorContact.LOST) {
            endSegment();
            return;
        }
        lags.forgetBefore(packet.timeNs());
        if (lags.size() == 0) {
            endSegment();
        }
        long spacingNs = packetCount == 1 ? 0 : packet.timeNs() - previousArrivalNs;
        previousArrivalNs = packet.timeNs();
        long sumNs = countableSumNs(packet);
        if (sumNs == 0) {
            skipUncountable(packet);
        } else if (anchored && sentTwice(packet, spacingNs, sumNs)) {
            duplicateCount++;
            return;
        } else if (anchored && isAhead(packet.timeNs() - (newestBeatNs + sumNs))) {
            surplusCount++;
            endSegment();
            return;
        } else {
            placeAndCompare(packet, spacingNs, sumNs, sink);
        }
        recentSpacingNs.add((double) spacingNs);
    }

    private void placeAndCompare(RrPacket packet, long spacingNs, long sumNs, BeatSink sink) {
        int placedCount = place(packet, sumNs, sink);
        previous = packet;
        if (placedCount > 0) {
            boolean afterSilence = spacingNs >= SILENCE_RATIO * recentSpacingNs.median();
            packetsInSegmentCount++;
            lags.add(packet.timeNs(), packet.timeNs() - newestBeatNs, placedCount, afterSilence);
            findRise(sink);
        }
    }

    /** Ends the segment: the next interval has no neighbour. */
    public void endSegment() {
        anchored = false;
        packetsInSegmentCount = 0;
        pendingLateCount = 0;
    }

    /** Returns how many packets came. */
    public long packetCount() {
        return packetCount;
    }

    /** Returns how many beats were placed. */
    public long beatCount() {
        return beatCount;
    }

    /** Returns how many segments began after the first one. */
    public long gapCount() {
        return gapCount;
    }

    /** Returns how many packets came late and were in order all the same. */
    public long lateCount() {
        return lateCount;
    }

    /** Returns how many packets were dropped because they came twice. */
    public long duplicateCount() {
        return duplicateCount;
    }

    /** Returns how many packets were dropped because they held more beats than time had passed. */
    public long surplusCount() {
        return surplusCount;
    }

    /** Returns how many intervals were not above 0, not a number or above a minute. */
    public long uncountableCount() {
        return uncountableCount;
    }

    private static boolean countable(double rrMs) {
        return rrMs > 0 && rrMs <= LONGEST_COUNTABLE_MS;
    }

    private static long toNs(double ms) {
        return Math.max(1, Math.round(ms * 1e6));
    }

    private static long countableSumNs(RrPacket packet) {
        long sumNs = 0;
        for (int i = 0; i < packet.rr().size(); i++) {
            double rrMs = packet.rr().ms(i);
            if (countable(rrMs)) {
                sumNs += toNs(rrMs);
            }
        }
        return sumNs;
    }

    private void skipUncountable(RrPacket packet) {
        if (packet.rr().size() > 0) {
            uncountableCount += packet.rr().size();
            endSegment();
        }
    }

    private long medianRrNs() {
        return recentRrMs.isEmpty() ? toNs(1000) : toNs(recentRrMs.median());
    }

    private long longestRrNs() {
        return recentRrMs.isEmpty() ? toNs(1000) : toNs(recentRrMs.largest());
    }

    /** Whether a packet with this lag would put beats before their time: absolutely, or seen against what is usual. */
    private boolean isAhead(long lagNs) {
        return lagNs < -LONGEST_LATE_START_NS
                || (lags.size() >= RISE_PACKET_COUNT && lagNs < lags.offsetNs() - CERTAIN_RATIO * longestRrNs());
    }

    /** Whether a packet repeats the one before it in less time than its beats take, and not out of a queue. */
    private boolean sentTwice(RrPacket packet, long spacingNs, long sumNs) {
        long lagNs = packet.timeNs() - (newestBeatNs + sumNs);
        return spacingNs < sumNs / 4
                && packet.rr().equals(previous.rr())
                && lagNs < usualLagNs() - TWICE_RATIO * medianRrNs();
    }

    private int place(RrPacket packet, long sumNs, BeatSink sink) {
        long restNs = sumNs;
        int placedCount = 0;
        for (int i = 0; i < packet.rr().size(); i++) {
            double rrMs = packet.rr().ms(i);
            if (!countable(rrMs)) {
                uncountableCount++;
                anchored = false;
                continue;
            }
            long rrNs = toNs(rrMs);
            restNs -= rrNs;
            long timeNs = anchored ? newestBeatNs + rrNs : packet.timeNs() - usualLagNs() - restNs;
            if (!anchored && newestBeatNs != Long.MIN_VALUE && timeNs <= newestBeatNs) {
                surplusCount++;
                continue;
            }
            placeBeat(timeNs, rrMs, sink);
            placedCount++;
        }
        return placedCount;
    }

    private void placeBeat(long timeNs, double rrMs, BeatSink sink) {
        if (!anchored && newestBeatNs != Long.MIN_VALUE) {
            gapCount++;
        }
        sink.beat(timeNs, rrMs, !anchored);
        if (!anchored) {
            packetsInSegmentCount = 0;
            pendingLateCount = 0;
        }
        anchored = true;
        newestBeatNs = timeNs;
        beatCount++;
        recentRrMs.add(rrMs);
    }

    private long usualLagNs() {
        return lags.size() == 0 ? 0 : lags.offsetNs();
    }

    private void findRise(BeatSink sink) {
        long offsetNs = lags.offsetNs();
        int certain = lags.runAbove(offsetNs + Math.round(CERTAIN_RATIO * longestRrNs()), packetsInSegmentCount);
        int run = certain;
        int late = lags.runAbove(offsetNs + Math.round(RISE_RATIO * medianRrNs()), packetsInSegmentCount);
        if (run < RISE_PACKET_COUNT && late >= RISE_PACKET_COUNT && followsMissingPacket(late)) {
            run = late;
        }
        if (certain == 0) {
            lateCount += pendingLateCount;
        }
        pendingLateCount = certain;
        if (run < RISE_PACKET_COUNT) {
            return;
        }
        boolean settled = lags.spreadNs(RISE_PACKET_COUNT) <= RISE_RATIO * medianRrNs();
        if (settled || run >= UNSTABLE_RISE_PACKET_COUNT) {
            long shiftNs = lags.smallestOfNewestNs(settled ? RISE_PACKET_COUNT : run) - offsetNs;
            sink.gapFound(lags.beatsOfNewestCount(run), shiftNs);
            lags.lowerNewest(run, shiftNs);
            newestBeatNs += shiftNs;
            packetsInSegmentCount = run;
            pendingLateCount = 0;
            gapCount++;
        }
    }

    /** Whether a run of late packets began after a pause, by a jump, and lies above all packets before it. */
    private boolean followsMissingPacket(int run) {
        if (run >= lags.size() || !lags.afterSilence(run - 1)) {
            return false;
        }
        long medianNs = medianRrNs();
        return lags.lagNs(run - 1) - lags.lagNs(run) >= JUMP_RATIO * medianNs
                && lags.smallestOfNewestNs(run) > lags.largestBeforeNs(run) + ABOVE_ALL_RATIO * medianNs;
    }
}
