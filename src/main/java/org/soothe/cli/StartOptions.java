package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.file.SessionFile;
import org.soothe.recording.file.SessionPlayer;
import picocli.CommandLine.Option;

/** Where in a recording a replay begins. What lies before is heard by the engine and not shown. */
final class StartOptions {

    @Option(
            names = "--seek",
            paramLabel = "LENGTH",
            converter = TimeLength.Converter.class,
            description = "Begin at this time of the recording, such as 12min; the engine has heard what came before.")
    private @Nullable TimeLength seek;

    @Option(
            names = "--from-phase",
            paramLabel = "PHASE",
            description = "Begin where this phase begins, such as COMPASSION_SELF.")
    private @Nullable String fromPhase;

    /** An engine that has heard what came before, and the events that follow. */
    record Start(Engine engine, List<Event> events) {}

    /** Returns whether a place was asked for. */
    boolean isGiven() {
        return seek != null || fromPhase != null;
    }

    /**
     * Returns where to begin.
     *
     * @param fresh an engine that has heard nothing
     * @param asIs the session whose very events these are, null if it is none or something was added
     * @throws IllegalArgumentException if there is no such place; the message says what there is
     */
    Start in(List<Event> events, Engine fresh, @Nullable Path asIs, InputOptions input)
            throws RecordingFormatException {
        if (seek != null && fromPhase != null) {
            throw new IllegalArgumentException("--seek and --from-phase both say where to begin; please give one.");
        }
        if (seek == null && fromPhase == null) {
            return new Start(fresh, events);
        }
        long startNs = seek == null ? phaseNs(events) - 1 : events.get(0).timeNs() + seek.lengthNs();
        int first = 0;
        while (first < events.size() && events.get(first).timeNs() <= startNs) {
            first++;
        }
        if (first == events.size()) {
            throw new IllegalArgumentException("The recording is over before that time.");
        }
        List<Event> rest = events.subList(first, events.size());
        if (asIs != null && SessionFile.isSession(asIs)) {
            return new Start(played(asIs, startNs, input), rest);
        }
        events.subList(0, first).forEach(fresh::update);
        return new Start(fresh, rest);
    }

    private static Engine played(Path file, long startNs, InputOptions input) throws RecordingFormatException {
        try (SessionFile session = input.session(file)) {
            return new SessionPlayer(session).at(startNs).engine();
        } catch (IOException e) {
            throw InputOptions.unreadable(file, e);
        }
    }

    private long phaseNs(List<Event> events) {
        String wanted = String.valueOf(fromPhase).toUpperCase(Locale.ROOT).replace('-', '_');
        StringBuilder there = new StringBuilder();
        for (Event event : events) {
            if (event instanceof PhaseStart start) {
                if (start.phase().name().equals(wanted)) {
                    return start.timeNs();
                }
                there.append(there.length() == 0 ? "" : ", ").append(start.phase());
            }
        }
        throw new IllegalArgumentException("There is no phase " + wanted + " in it. "
                + (there.length() == 0 ? "It has no phases." : "There are: " + there + "."));
    }
}
