package org.soothe.engine;

/**
 * What an engine has counted since it began. Immutable.
 *
 * @param eventCount events given to the engine
 * @param refusedBackwardCount events refused because they were earlier than one before them
 * @param refusedAheadCount events refused because they were more than an hour ahead
 * @param axisJumpCount how often the time axis jumped for good
 * @param skippedTickCount ticks not computed because nothing had arrived since the one before
 * @param packetCount packets with or without intervals
 * @param latePacketCount packets that came late and were in order all the same
 * @param duplicatePacketCount packets dropped because they came twice
 * @param surplusPacketCount packets dropped because they held more beats than time had passed, and beats found before one
 *     already known
 * @param uncountableIntervalCount intervals not above 0, not a number or above a minute
 * @param beatCount beats placed on the axis
 * @param gapCount gaps found
 * @param normalCount intervals judged normal
 * @param rangeCount intervals left out by the range and step gates
 * @param ectopicCount intervals judged ectopic
 * @param missedCount intervals judged to hide a missed beat
 * @param extraCount intervals judged to come from an extra beat
 * @param longShortCount intervals judged too long or too short
 * @param leftOutCount intervals left out and not corrected, of whatever kind, those of {@code rangeCount} too
 * @param blockCount blocks of samples of any kind
 * @param blockGapCount how often samples were missing between two blocks
 * @param unsuitedBlockCount blocks left out because of their sample rate
 * @param misplacedBlockCount blocks left out because they were empty, came twice or out of order, or had no possible time
 * @param waveBeatCount beats of {@code beatCount} that were found in an ECG or a pulse wave
 * @param refinedCount intervals of RR packets that an ECG refined
 */
public record Counters(
        long eventCount,
        long refusedBackwardCount,
        long refusedAheadCount,
        long axisJumpCount,
        long skippedTickCount,
        long packetCount,
        long latePacketCount,
        long duplicatePacketCount,
        long surplusPacketCount,
        long uncountableIntervalCount,
        long beatCount,
        long gapCount,
        long normalCount,
        long rangeCount,
        long ectopicCount,
        long missedCount,
        long extraCount,
        long longShortCount,
        long leftOutCount,
        long blockCount,
        long blockGapCount,
        long unsuitedBlockCount,
        long misplacedBlockCount,
        long waveBeatCount,
        long refinedCount) {

    /** Returns how many intervals were judged abnormal and corrected. */
    public long correctedCount() {
        return rangeCount + ectopicCount + missedCount + extraCount + longShortCount - leftOutCount;
    }
}
