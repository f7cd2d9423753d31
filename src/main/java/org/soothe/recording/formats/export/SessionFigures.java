package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.artifact.BeatCleaner;
import org.soothe.artifact.CleanSeries;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.Engine;
import org.soothe.engine.FinalAnalysis;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.PhaseReports;
import org.soothe.engine.Snapshot;
import org.soothe.engine.WindowResult;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.response.ResponseState;

/**
 * What is computed from a session for its exports: beats, classes, phases, and what the engine said every 5 s. Computed
 * anew from the events by the same engine that ran live. Immutable.
 */
final class SessionFigures {
    private static final double NS_PER_MS = 1e6;

    private final ExportSession session;
    private final BeatSeries beats;
    private final CleanSeries clean;
    private final List<RawRow> raw;
    private final List<PhaseSpan> phases;
    private final List<Tick> ticks = new ArrayList<>();
    private final List<PhaseReport> reports;
    private final List<WindowResult> windows;

    /**
     * What the engine said at a tick. Immutable.
     *
     * @param snapshot the whole of it
     * @param phase the phase that ran, null before the first
     * @param source what the beats were found in
     */
    record Tick(Snapshot snapshot, @Nullable PhaseSpan phase, BeatSource source) {}

    SessionFigures(ExportSession session) {
        this.session = session;
        List<Event> events = session.events();
        this.beats = FinalAnalysis.beats(events);
        this.clean = BeatCleaner.clean(beats);
        this.raw = RawRows.of(session.source(), events, beats, FinalAnalysis.eventOfBeat(events));
        this.phases = PhaseSpan.of(events);
        this.reports = phases.isEmpty() ? List.of() : PhaseReports.of(events, session.responseMethod());
        List<long[]> stretches = new ArrayList<>();
        stretches.add(new long[] {fromNs(), toNs()});
        for (PhaseSpan phase : phases) {
            stretches.add(new long[] {phase.start().timeNs(), phase.endNs()});
        }
        this.windows = new FinalAnalysis().stretches(events, stretches);
        runEngine(events);
    }

    private void runEngine(List<Event> events) {
        Engine engine = new Engine(session.responseMethod());
        BeatSource now = session.source();
        long tickNs = Long.MIN_VALUE;
        for (Event event : events) {
            if (event instanceof SensorIdentity identity) {
                now = identity.source();
            }
            boolean accepted = engine.update(event);
            if (accepted && engine.tickNs() > tickNs) {
                if (tickNs != Long.MIN_VALUE) {
                    ticks.add(new Tick(engine.snapshot(), phaseAt(engine.tickNs()), now));
                }
                tickNs = engine.tickNs();
            }
        }
    }

    ExportSession session() {
        return session;
    }

    BeatSeries beats() {
        return beats;
    }

    CleanSeries clean() {
        return clean;
    }

    List<RawRow> raw() {
        return raw;
    }

    List<PhaseSpan> phases() {
        return phases;
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** Returns the report of each phase; none where the session has no phases. */
    List<PhaseReport> reports() {
        return reports;
    }

    /** Returns the final results of the whole session. */
    WindowResult whole() {
        return windows.get(0);
    }

    /** Returns the final results of a phase. */
    WindowResult window(PhaseSpan phase) {
        return windows.get(phase.numberCount());
    }

    /** Returns when the first interval began; 0 without beats. */
    long fromNs() {
        return beats.size() == 0 ? 0 : beats.timeNs(0) - Math.round(beats.rrMs(0) * NS_PER_MS);
    }

    /** Returns the time of the last beat; 0 without beats. */
    long toNs() {
        return beats.size() == 0 ? 0 : beats.timeNs(beats.size() - 1);
    }

    /** Returns what the beats were found in: what the last sensor said, else what was told. */
    BeatSource source() {
        BeatSource source = session.source();
        for (Event event : session.events()) {
            if (event instanceof SensorIdentity identity) {
                source = identity.source();
            }
        }
        return source;
    }

    @Nullable
    PhaseSpan phaseAt(long timeNs) {
        for (int i = phases.size() - 1; i >= 0; i--) {
            if (phases.get(i).holds(timeNs)) {
                return phases.get(i);
            }
        }
        return null;
    }

    /** Returns how many ticks each state was shown in a phase. */
    Map<ResponseState, Integer> states(PhaseSpan phase) {
        Map<ResponseState, Integer> states = new EnumMap<>(ResponseState.class);
        for (Tick tick : ticks) {
            if (phase.equals(tick.phase())) {
                states.merge(tick.snapshot().response().state(), 1, Integer::sum);
            }
        }
        return states;
    }
}
