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
    private long blocks;
    private long blockGaps;
    private long unsuitedBlocks;
    private long misplacedBlocks;
    private long waveBeats;
    private long refined;
    private final Map<BeatClass, Long> classes = new EnumMap<>(BeatClass.class);

    /** Keeps what stages that are given up have counted. */
    void keep(Stages stages) {
        BeatClock clock = stages.feed().clock();
        packets += clock.packetCount();
        latePackets += clock.lateCount();
        duplicatePackets += clock.duplicateCount();
        surplusPackets += clock.surplusCount() + stages.feed().overlapCount();
        uncountableIntervals += clock.uncountableCount();
        beats += clock.beatCount() + stages.feed().waveBeatCount();
        gaps += clock.gapCount();
        Signals signals = stages.signals();
        blocks += signals.blockCount();
        blockGaps += signals.gapCount();
        unsuitedBlocks += signals.unsuitedCount();
        misplacedBlocks += signals.misplacedCount();
        waveBeats += signals.feed().waveBeatCount();
        refined += signals.feed().refinedCount();
        leftOut += stages.beats().leftOutCount();
        for (BeatClass beatClass : BeatClass.values()) {
            classes.merge(beatClass, stages.beats().count(beatClass), Long::sum);
        }
    }

    Counters counters(Stages stages) {
        BeatClock clock = stages.feed().clock();
        LiveBeats now = stages.beats();
        Signals signals = stages.signals();
        return new Counters(
                events,
                refusedBackward,
                refusedAhead,
                axisJumps,
                skippedTicks,
                packets + clock.packetCount(),
                latePackets + clock.lateCount(),
                duplicatePackets + clock.duplicateCount(),
                surplusPackets + clock.surplusCount() + stages.feed().overlapCount(),
                uncountableIntervals + clock.uncountableCount(),
                beats + clock.beatCount() + stages.feed().waveBeatCount(),
                gaps + clock.gapCount(),
                count(now, BeatClass.NORMAL),
                count(now, BeatClass.RANGE),
                count(now, BeatClass.ECTOPIC),
                count(now, BeatClass.MISSED),
                count(now, BeatClass.EXTRA),
                count(now, BeatClass.LONG_SHORT),
                leftOut + now.leftOutCount(),
                blocks + signals.blockCount(),
                blockGaps + signals.gapCount(),
                unsuitedBlocks + signals.unsuitedCount(),
                misplacedBlocks + signals.misplacedCount(),
                waveBeats + signals.feed().waveBeatCount(),
                refined + signals.feed().refinedCount());
    }

    private long count(LiveBeats now, BeatClass beatClass) {
        return classes.getOrDefault(beatClass, 0L) + now.count(beatClass);
    }
}
