package org.soothe.beat;

import org.soothe.event.BeatSource;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorIdentity;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;

/**
 * One series of beats out of whatever the sensors send: RR packets while they come, else the beats of an ECG, else those of a
 * pulse wave. Not thread-safe; owned by the thread that owns the engine; allocates nothing per beat or block.
 *
 * <ul>
 *   <li>Whoever takes over starts a segment. RR packets are in charge for 10 s after the last one with intervals, an ECG for
 *       10 s after its last beat.
 *   <li>Beside RR packets the ECG refines: an interval of both that agrees within a tick of 1/1024 s is handed on as the ECG
 *       has it ({@link BeatSink#refined}).
 *   <li>Beats never go back in time: one that would is dropped and counted.
 * </ul>
 */
public final class BeatFeed {

    private enum Charge {
        NOBODY,
        PACKETS,
        ECG,
        PULSE
    }

    private static final long CHARGE_NS = 10_000_000_000L;

    /** Long before any session, and subtracted without overflow. */
    private static final long NEVER_NS = Long.MIN_VALUE / 2;

    private final BeatClock clock = new BeatClock();
    private final EcgBeatFinder ecg = new EcgBeatFinder();
    private final PulseBeatFinder pulse = new PulseBeatFinder();
    private final EcgMatch match = new EcgMatch();
    private final BeatSink sink;
    private final WaveBeatSink ecgBeats;
    private final WaveBeatSink pulseBeats;

    private final BeatSink packetTo = new FromPackets();
    private final WaveBeatSink ecgTo = new FromEcg();
    private final WaveBeatSink pulseTo = new FromPulse();

    private Charge charge = Charge.NOBODY;
    private BeatSource packetSource = BeatSource.UNKNOWN;
    private boolean startNext;
    private long nowNs;
    private long lastPacketNs = NEVER_NS;
    private long lastEcgNs = NEVER_NS;
    private long lastPulseNs = NEVER_NS;
    private long newestNs = NEVER_NS;
    private int packetBeatCount;
    private long waveBeatCount;
    private long refinedCount;
    private long overlapCount;

    /**
     * Makes a feed.
     *
     * @param sink takes the beats
     * @param ecgBeats takes what the ECG shows, whoever is in charge
     * @param pulseBeats takes what the pulse wave shows, while beats come from a pulse sensor
     */
    public BeatFeed(BeatSink sink, WaveBeatSink ecgBeats, WaveBeatSink pulseBeats) {
        this.sink = sink;
        this.ecgBeats = ecgBeats;
        this.pulseBeats = pulseBeats;
    }

    /** Takes RR intervals. Arrival times of all events must not decrease. */
    public void packet(RrPacket packet) {
        if (packet.rr().size() > 0 && packet.contact() != SensorContact.LOST) {
            takeOver(Charge.PACKETS);
            lastPacketNs = packet.timeNs();
        }
        clock.packet(packet, packetTo);
    }

    /** Takes a block of ECG or pulse samples; others hold no beats. */
    public void waveform(Waveform block) {
        nowNs = block.timeNs();
        if (block.kind() == WaveformKind.ECG_MICROVOLT) {
            ecg.block(block, ecgTo);
        } else if (block.kind() == WaveformKind.PULSE_COUNT) {
            pulse.block(block, pulseTo);
        }
    }

    /** Takes which sensor sends from now on. A strap is waited for as if it had just sent. */
    public void sensor(SensorIdentity identity) {
        packetSource = identity.source();
        if (packetSource == BeatSource.STRAP) {
            lastPacketNs = Math.max(lastPacketNs, identity.timeNs());
        }
    }

    /** Ends the segment: the next interval has no neighbour. */
    public void endSegment() {
        clock.endSegment();
        startNext = true;
    }

    /** Returns what the newest beats were found in. */
    public BeatSource source() {
        return switch (charge) {
            case ECG -> BeatSource.ECG;
            case PULSE -> BeatSource.PULSE;
            case PACKETS, NOBODY -> packetSource;
        };
    }

    /** Returns the clock of the RR packets, with its counters. */
    public BeatClock clock() {
        return clock;
    }

    /** Returns the clock of the blocks of ECG, with its counters. */
    public BlockClock ecgClock() {
        return ecg.clock();
    }

    /** Returns the clock of the blocks of pulse wave, with its counters. */
    public BlockClock pulseClock() {
        return pulse.clock();
    }

    /** Returns how many beats were taken from waves. */
    public long waveBeatCount() {
        return waveBeatCount;
    }

    /** Returns how many intervals of RR packets the ECG refined. */
    public long refinedCount() {
        return refinedCount;
    }

    /** Returns how many beats were dropped because they lay before one already handed on. */
    public long overlapCount() {
        return overlapCount;
    }

    private void takeOver(Charge next) {
        if (charge != next) {
            charge = next;
            startNext = true;
            packetBeatCount = 0;
            clock.endSegment();
            match.clear();
        }
    }

    private void handOn(long timeNs, double rrMs, boolean startsSegment) {
        if (timeNs <= newestNs) {
            overlapCount++;
            startNext = true;
            return;
        }
        newestNs = timeNs;
        sink.beat(timeNs, rrMs, startsSegment || startNext);
        startNext = false;
    }

    private void ecgBeat(long timeNs, double size, boolean startsSegment, boolean good) {
        double rrMs = (timeNs - lastEcgNs) / 1e6;
        lastEcgNs = timeNs;
        ecgBeats.found(timeNs, size, startsSegment, good);
        if (nowNs - lastPacketNs <= CHARGE_NS) {
            refine(rrMs, startsSegment);
        } else {
            takeOver(Charge.ECG);
            waveBeat(timeNs, rrMs, startsSegment);
        }
    }

    private void refine(double rrMs, boolean startsSegment) {
        if (startsSegment) {
            match.ecgBroken();
            return;
        }
        int back = match.ecg(rrMs);
        if (back >= 0 && back < packetBeatCount && sink.refined(back, rrMs)) {
            refinedCount++;
        }
    }

    private void pulseBeat(long timeNs, double size, boolean startsSegment, boolean good) {
        double rrMs = (timeNs - lastPulseNs) / 1e6;
        lastPulseNs = timeNs;
        if (nowNs - lastPacketNs > CHARGE_NS && nowNs - lastEcgNs > CHARGE_NS) {
            takeOver(Charge.PULSE);
            waveBeat(timeNs, rrMs, startsSegment);
        }
        if (source() == BeatSource.PULSE) {
            pulseBeats.found(timeNs, size, startsSegment, good);
        }
    }

    /** The first beat of a segment ends no interval. */
    private void waveBeat(long timeNs, double rrMs, boolean startsSegment) {
        if (startsSegment || !(rrMs > 0 && rrMs <= BeatClock.LONGEST_COUNTABLE_MS)) {
            startNext = true;
            return;
        }
        waveBeatCount++;
        handOn(timeNs, rrMs, false);
    }

    // Classes with names and not method references, because the state of an engine is kept in recordings.
    private final class FromEcg implements WaveBeatSink {

        @Override
        public void found(long timeNs, double size, boolean startsSegment, boolean good) {
            ecgBeat(timeNs, size, startsSegment, good);
        }
    }

    private final class FromPulse implements WaveBeatSink {

        @Override
        public void found(long timeNs, double size, boolean startsSegment, boolean good) {
            pulseBeat(timeNs, size, startsSegment, good);
        }
    }

    private final class FromPackets implements BeatSink {

        @Override
        public void beat(long timeNs, double rrMs, boolean startsSegment) {
            match.strap(rrMs, startsSegment);
            packetBeatCount = Math.min(packetBeatCount + 1, Integer.MAX_VALUE - 1);
            handOn(timeNs, rrMs, startsSegment);
        }

        @Override
        public void gapFound(int beatCount, long shiftNs) {
            newestNs += shiftNs;
            sink.gapFound(Math.min(beatCount, packetBeatCount), shiftNs);
        }
    }
}
