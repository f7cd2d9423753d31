package org.soothe.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.soothe.beat.BeatFeed;
import org.soothe.beat.BeatSeries;
import org.soothe.beat.BeatSink;
import org.soothe.beat.PulseQuality;
import org.soothe.breathing.PacerTrack;
import org.soothe.event.Event;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;

/**
 * The beats and pacers of a whole recording on one axis, taken through the same gate and beat clock as live. Where the
 * time axis jumps, live begins anew; here what follows goes on after what was before, so that nothing is lost. Not
 * thread-safe.
 */
final class PlacedRecording {

    private static final long BETWEEN_AXES_NS = 1_000_000_000L;

    private final BeatSeries.Builder beats = new BeatSeries.Builder();
    private int[] eventOfBeat = new int[1024];
    private int placedCount;
    private int eventIndex = -1;
    private final TimeGate gate = new TimeGate();
    private final PacerTrack pacers = PacerTrack.whole();
    private final PulseQuality pulse = PulseQuality.whole();
    private BeatFeed feed = newFeed(0);
    private @Nullable PacerSetting setting;
    private @Nullable SensorIdentity sensor;
    private long newestNs = Long.MIN_VALUE;
    private long shiftNs;

    static PlacedRecording of(Iterable<? extends Event> events) {
        PlacedRecording placed = new PlacedRecording();
        for (Event event : events) {
            placed.add(event);
        }
        return placed;
    }

    /** Takes the next event and returns whether its time can be true, as the engine judges it. */
    boolean add(Event event) {
        eventIndex++;
        switch (gate.judge(event.timeNs())) {
            case ACCEPTED -> take(event);
            case ACCEPTED_AFTER_JUMP -> {
                beginAnew(event.timeNs());
                take(event);
            }
            case REFUSED_AHEAD, REFUSED_BACKWARD -> {
                return false;
            }
        }
        return true;
    }

    BeatSeries beats() {
        return beats.build();
    }

    /** Returns for each beat the index of the event it arrived in. */
    int[] eventOfBeat() {
        return Arrays.copyOf(eventOfBeat, placedCount);
    }

    /** Returns how good each beat of a pulse wave is. */
    PulseQuality pulse() {
        return pulse;
    }

    PacerTrack pacers() {
        return pacers;
    }

    private void beginAnew(long timeNs) {
        if (timeNs + shiftNs <= newestNs) {
            shiftNs = newestNs + BETWEEN_AXES_NS - timeNs;
        }
        feed = newFeed(shiftNs);
        if (sensor != null) {
            feed.sensor(sensor);
        }
        if (setting != null) {
            pacers.accept(Engine.carried(setting, timeNs + shiftNs));
        }
    }

    private void take(Event event) {
        newestNs = event.timeNs() + shiftNs;
        if (event instanceof RrPacket packet) {
            feed.packet(packet);
        } else if (event instanceof Waveform block) {
            feed.waveform(block);
        } else if (event instanceof SensorIdentity identity) {
            sensor = identity;
            feed.sensor(identity);
        } else if (event instanceof PacerSetting next) {
            setting = next.mode() == PacerMode.OFF ? null : next;
            pacers.accept(next.at(newestNs));
        } else if (event instanceof SensorStatus status && !status.state().keepsSegment()) {
            feed.endSegment();
        }
    }

    private BeatFeed newFeed(long byNs) {
        return new BeatFeed(
                new Shifted(this, byNs),
                (timeNs, size, startsSegment, good) -> {},
                (timeNs, size, startsSegment, good) -> pulse.add(timeNs + byNs, good));
    }

    private void place(long timeNs, double rrMs, boolean startsSegment) {
        if (placedCount == eventOfBeat.length) {
            eventOfBeat = Arrays.copyOf(eventOfBeat, 2 * placedCount);
        }
        eventOfBeat[placedCount++] = eventIndex;
        beats.beat(timeNs, rrMs, startsSegment);
    }

    /** Beats of one axis, put behind those of the axis before. */
    private record Shifted(PlacedRecording to, long shiftNs) implements BeatSink {

        @Override
        public void beat(long timeNs, double rrMs, boolean startsSegment) {
            to.place(timeNs + shiftNs, rrMs, startsSegment);
        }

        @Override
        public void gapFound(int beatCount, long byNs) {
            to.beats.gapFound(beatCount, byNs);
        }

        @Override
        public boolean refined(int backCount, double rrMs) {
            return to.beats.refined(backCount, rrMs);
        }
    }
}
