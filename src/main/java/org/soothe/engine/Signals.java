package org.soothe.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.soothe.beat.BeatFeed;
import org.soothe.beat.BeatSink;
import org.soothe.beat.BlockClock;
import org.soothe.beat.PulseBeatFinder;
import org.soothe.beat.PulseQuality;
import org.soothe.beat.WaveBeatSink;
import org.soothe.breathing.RespirationChannel;
import org.soothe.event.BeatSource;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.hrv.Measure;
import org.soothe.hrv.WithheldReason;

/** What waves give beside beats: quality of the pulse, breathing, movement. Not thread-safe; allocates only its reading. */
final class Signals {

    private static final long MINUTE_NS = 60_000_000_000L;

    private final PulseQuality pulse = PulseQuality.live();
    private final RespirationChannel respiration = new RespirationChannel();
    private final BeatFeed feed;
    private double goodRatio = Double.NaN;
    private boolean slowPulse;
    private String variability = BeatSource.UNKNOWN.variability();
    private boolean variabilityChanged;
    private long movedNs;
    private boolean moved;

    Signals(BeatSink beats) {
        this.feed = new BeatFeed(beats, new EcgBeats(respiration), new PulseBeats(pulse));
        this.movedNs = respiration.movedNs();
    }

    // Classes with names and not lambdas, because the state of an engine is kept in recordings.
    private static final class EcgBeats implements WaveBeatSink {
        private final RespirationChannel respiration;

        EcgBeats(RespirationChannel respiration) {
            this.respiration = respiration;
        }

        @Override
        public void found(long timeNs, double size, boolean startsSegment, boolean good) {
            respiration.ecgBeat(timeNs, size, startsSegment);
        }
    }

    private static final class PulseBeats implements WaveBeatSink {
        private final PulseQuality pulse;

        PulseBeats(PulseQuality pulse) {
            this.pulse = pulse;
        }

        @Override
        public void found(long timeNs, double size, boolean startsSegment, boolean good) {
            pulse.add(timeNs, good);
        }
    }

    BeatFeed feed() {
        return feed;
    }

    /** Takes a block and returns whether movement was seen that was not seen before. */
    boolean waveform(Waveform block) {
        slowPulse |= block.kind() == WaveformKind.PULSE_COUNT && !PulseBeatFinder.isFine(block.sampleRateHz());
        feed.waveform(block);
        respiration.waveform(block);
        boolean newer = respiration.movedNs() > movedNs;
        movedNs = respiration.movedNs();
        moved |= newer;
        return newer;
    }

    void tick(long tickNs) {
        respiration.tick(tickNs);
        String now = feed.source().variability();
        boolean known = feed.source() != BeatSource.UNKNOWN;
        variabilityChanged = known && !variability.equals(now) && !variability.equals(BeatSource.UNKNOWN.variability());
        variability = known ? now : variability;
        goodRatio = pulse.goodRatio(tickNs - MINUTE_NS, tickNs);
    }

    RespirationChannel respiration() {
        return respiration;
    }

    /** Returns whether beats come from a pulse wave too disturbed to be read. */
    boolean pulseDisturbed() {
        return goodRatio < PulseQuality.LEAST_GOOD_RATIO;
    }

    /** Returns whether beats were HRV before the last tick and are PRV from it on, or the other way round. */
    boolean variabilityChanged() {
        return variabilityChanged;
    }

    long blockCount() {
        return sum(BlockClock::blockCount);
    }

    long gapCount() {
        return sum(BlockClock::gapCount);
    }

    long unsuitedCount() {
        return sum(BlockClock::unsuitedCount);
    }

    long misplacedCount() {
        return sum(BlockClock::misplacedCount);
    }

    private long sum(ToLongFunction<BlockClock> count) {
        return count.applyAsLong(feed.ecgClock())
                + count.applyAsLong(feed.pulseClock())
                + count.applyAsLong(respiration.clock(0))
                + count.applyAsLong(respiration.clock(1))
                + count.applyAsLong(respiration.clock(2));
    }

    SignalReading reading(long timeNs) {
        return new SignalReading(
                feed.source(),
                Double.isNaN(goodRatio) ? Measure.withheld(WithheldReason.NOT_SENT) : Measure.of(goodRatio),
                respiration.source(),
                Double.isNaN(respiration.ratePerMin())
                        ? Measure.withheld(WithheldReason.NO_RESPIRATION_CHANNEL)
                        : Measure.of(respiration.ratePerMin()),
                moved && timeNs - movedNs < MINUTE_NS,
                notes());
    }

    private Set<SignalNote> notes() {
        Set<SignalNote> notes = EnumSet.noneOf(SignalNote.class);
        add(notes, SignalNote.RATE_UNSUITED, unsuitedCount() > 0);
        add(notes, SignalNote.BLOCKS_MISPLACED, misplacedCount() > 0);
        add(notes, SignalNote.SAMPLES_MISSING, gapCount() > 0);
        add(notes, SignalNote.PULSE_RATE_LOW, slowPulse);
        add(notes, SignalNote.PULSE_DISTURBED, pulseDisturbed());
        return notes;
    }

    private static void add(Set<SignalNote> notes, SignalNote note, boolean holds) {
        if (holds) {
            notes.add(note);
        }
    }
}
