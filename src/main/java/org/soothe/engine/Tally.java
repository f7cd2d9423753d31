package org.soothe.engine;

import java.util.EnumMap;
import java.util.Map;
import org.soothe.artifact.BeatClass;
import org.soothe.artifact.LiveBeats;
import org.soothe.beat.BeatClock;

/** The counters of one engine, over jumps of its time axis too. Not thread-safe. */
final class Tally {

    long events;
    long refusedBackward;
    long refusedAhead;
    long axisJumps;
    long skippedTicks;

    private long packets;
    private long latePackets;
    private long duplicatePackets;
    private long surplusPackets;
    private long uncountableIntervals;
    private long beats;
    private long gaps;
    private long leftOut;
    private final Map<BeatClass, Long> classes = new EnumMap<>(BeatClass.class);

    /** Keeps what stages that are given up have counted. */
    void keep(Stages stages) {
        BeatClock clock = stages.clock();
        packets += clock.packetCount();
        latePackets += clock.lateCount();
        duplicatePackets += clock.duplicateCount();
        surplusPackets += clock.surplusCount();
        uncountableIntervals += clock.uncountableCount();
        beats += clock.beatCount();
        gaps += clock.gapCount();
        leftOut += stages.beats().leftOutCount();
        for (BeatClass beatClass : BeatClass.values()) {
            classes.merge(beatClass, stages.beats().count(beatClass), Long::sum);
        }
    }

    Counters counters(Stages stages) {
        BeatClock clock = stages.clock();
        LiveBeats now = stages.beats();
        return new Counters(
                events,
                refusedBackward,
                refusedAhead,
                axisJumps,
                skippedTicks,
                packets + clock.packetCount(),
                latePackets + clock.lateCount(),
                duplicatePackets + clock.duplicateCount(),
                surplusPackets + clock.surplusCount(),
                uncountableIntervals + clock.uncountableCount(),
                beats + clock.beatCount(),
                gaps + clock.gapCount(),
                count(now, BeatClass.NORMAL),
                count(now, BeatClass.RANGE),
                count(now, BeatClass.ECTOPIC),
                count(now, BeatClass.MISSED),
                count(now, BeatClass.EXTRA),
                count(now, BeatClass.LONG_SHORT),
                leftOut + now.leftOutCount());
    }

    private long count(LiveBeats now, BeatClass beatClass) {
        return classes.getOrDefault(beatClass, 0L) + now.count(beatClass);
    }
}
