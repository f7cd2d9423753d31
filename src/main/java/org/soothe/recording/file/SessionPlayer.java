package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;

/**
 * Plays a session from any moment on: an engine that has heard everything before it, and the events after it. Not thread-safe.
 *
 * <p>It begins at the last kept state of an engine before that moment, if this very build wrote it, and recomputes the rest; so
 * the engine is the same, bit for bit, as one that heard everything from the start.
 */
public final class SessionPlayer {
    private final SessionFile file;
    private final boolean useStates;

    /** Plays a file. */
    public SessionPlayer(SessionFile file) {
        this(file, true);
    }

    /** Plays a file, and recomputes everything from the start if it is not to use kept states. */
    public SessionPlayer(SessionFile file, boolean useStates) {
        this.file = file;
        this.useStates = useStates;
    }

    /** A moment in a session, from which to go on. Not thread-safe. */
    public static final class Moment {
        private final Engine engine;
        private final SessionLog log;
        private @Nullable Event held;

        Moment(Engine engine, SessionLog log) {
            this.engine = engine;
            this.log = log;
        }

        /** Returns the engine, which has heard everything up to this moment. */
        public Engine engine() {
            return engine;
        }

        /** Gives the engine the next event and returns it; null at the end of the session. */
        public @Nullable Event step() throws IOException {
            Event next = held == null ? event() : held;
            held = null;
            if (next != null) {
                engine.update(next);
            }
            return next;
        }

        /** Goes on until the next event is later than a time. */
        void to(long timeNs) throws IOException {
            if (held != null) {
                if (held.timeNs() > timeNs) {
                    return;
                }
                step();
            }
            for (Event next = event(); next != null; next = event()) {
                if (next.timeNs() > timeNs) {
                    held = next;
                    return;
                }
                engine.update(next);
            }
        }

        private @Nullable Event event() throws IOException {
            boolean lost = false;
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                lost |= entry instanceof LogEntry.Lost;
                if (entry instanceof LogEntry.Heard heard) {
                    if (lost) {
                        engine.update(SessionRecording.silence(heard.event().timeNs()));
                    }
                    return heard.event();
                }
            }
            return null;
        }
    }

    /** Returns the moment after the last event that is not later than a time. */
    public Moment at(long timeNs) throws IOException {
        Moment moment = before(timeNs);
        moment.to(timeNs);
        return moment;
    }

    /** Returns when a phase of this name begins for the first time; -1 if it does not. */
    public long phaseStartNs(String phase) throws IOException {
        List<Place> places = file.places();
        for (PhaseStart start : places.isEmpty()
                ? List.<PhaseStart>of()
                : places.get(places.size() - 1).phases()) {
            if (start.phase().name().equals(phase)) {
                return start.timeNs();
            }
        }
        SessionLog log = places.isEmpty() ? file.events() : file.events(places.get(places.size() - 1));
        for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
            if (entry instanceof LogEntry.Heard heard
                    && heard.event() instanceof PhaseStart start
                    && start.phase().name().equals(phase)) {
                return start.timeNs();
            }
        }
        return -1;
    }

    private Moment before(long timeNs) throws IOException {
        if (useStates) {
            List<Place> places = file.places();
            for (int i = places.size() - 1; i >= 0; i--) {
                Place place = places.get(i);
                Engine engine = place.timeNs() <= timeNs ? restored(place) : null;
                if (engine != null) {
                    return new Moment(engine, file.events(place));
                }
            }
        }
        return new Moment(ExactReplay.engine(file.info(), new ArrayList<>()), file.events());
    }

    private @Nullable Engine restored(Place place) throws IOException {
        Found.Block block = file.block(place.checkpointAtByteCount(), BlockType.CHECKPOINT);
        return block == null ? null : EngineState.restore(block.plain());
    }
}
