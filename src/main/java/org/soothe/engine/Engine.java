package org.soothe.engine;

import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.PacerMode;
import org.soothe.event.PacerSetting;
import org.soothe.event.PhaseStart;
import org.soothe.event.RrPacket;
import org.soothe.event.SelfReport;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.event.Waveform;
import org.soothe.response.ResponseMethod;

/**
 * One person's session: takes events in the order in which they arrived and says at any moment what the heart says. Pure
 * and deterministic: the same events give the same snapshots, bit for bit, live and in replay. Not thread-safe; one
 * writer.
 *
 * <p>Every beat moves the provisional values at once; every 5 s of event time ({@link #TICK_NS}) a tick computes the
 * measures over their windows. A tick is computed when the first event after it arrives, from what had arrived before.
 * After a silence only the newest tick is computed, the ones before it are counted as skipped.
 *
 * <p>{@link #update} never throws on what a sensor sends and allocates nothing in steady state; it allocates when a pacer
 * is set and when the time axis jumps. {@link #snapshot} allocates its view.
 */
public final class Engine {

    /** Time between two ticks. */
    public static final long TICK_NS = 5_000_000_000L;

    private final TimeGate gate = new TimeGate();
    private final Tally tally = new Tally();

    private final ResponseMethod method;

    private Stages stages;
    private long timeNs;
    private long tickNs;
    private boolean begun;

    /** Makes the engine of a new session. */
    public Engine() {
        this(ResponseMethod.standard());
    }

    /** Makes the engine of a new session that reads the response by a method of choice. */
    public Engine(ResponseMethod method) {
        this.method = method;
        this.stages = new Stages(method);
    }

    /**
     * Takes the next event.
     *
     * @return whether a new snapshot would differ from the last one: the event was accepted
     */
    public boolean update(Event event) {
        tally.events++;
        switch (gate.judge(event.timeNs())) {
            case REFUSED_BACKWARD -> {
                tally.refusedBackward++;
                return false;
            }
            case REFUSED_AHEAD -> {
                tally.refusedAhead++;
                return false;
            }
            case ACCEPTED_AFTER_JUMP -> startOver(event.timeNs());
            case ACCEPTED -> {}
        }
        tickBefore(event.timeNs());
        timeNs = event.timeNs();
        take(event);
        return true;
    }

    /** Returns what is known now. Before the first event everything is withheld, at time 0. */
    public Snapshot snapshot() {
        return stages.snapshot(timeNs, tickNs, tally);
    }

    /** Returns the time of the newest tick, which the next snapshot would carry. */
    public long tickNs() {
        return tickNs;
    }

    /** The axis has jumped: nothing from before is a neighbour in time; the counters and the pacer go on. */
    private void startOver(long newNs) {
        tally.axisJumps++;
        tally.keep(stages);
        PacerSetting setting = stages.pacerSetting();
        SensorIdentity sensor = stages.sensor();
        stages = new Stages(method);
        if (sensor != null) {
            stages.sensor(sensor);
        }
        if (setting != null) {
            stages.pacer(carried(setting, newNs));
        }
        begun = false;
    }

    /** Returns a setting as it goes on after a jump of the axis: its target rate, from the start of a breath. */
    static PacerSetting carried(PacerSetting setting, long newNs) {
        return new PacerSetting(
                newNs,
                PacerMode.STEADY,
                setting.ratePerMin(),
                setting.ratePerMin(),
                setting.inhaleRatio(),
                setting.pauseAfterInMs(),
                setting.pauseAfterOutMs());
    }

    private void tickBefore(long eventNs) {
        long newestNs = Math.floorDiv(eventNs - 1, TICK_NS) * TICK_NS;
        if (!begun) {
            begun = true;
            tickNs = newestNs;
        } else if (newestNs > tickNs) {
            long passed = (newestNs - tickNs) / TICK_NS;
            tally.skippedTicks += passed - 1;
            tickNs = newestNs;
            stages.tick(tickNs);
        }
    }

    private void take(Event event) {
        if (event instanceof RrPacket packet) {
            stages.packet(packet);
        } else if (event instanceof Waveform block) {
            stages.waveform(block);
        } else if (event instanceof SensorIdentity identity) {
            stages.sensor(identity);
        } else if (event instanceof PacerSetting setting) {
            stages.pacer(setting);
        } else if (event instanceof PhaseStart start) {
            stages.phase(start);
        } else if (event instanceof Marker marker) {
            stages.marker(marker);
        } else if (event instanceof SelfReport report) {
            stages.selfReport(report);
        } else if (event instanceof SensorStatus status && !status.state().keepsSegment()) {
            stages.endSegment();
        }
    }
}
