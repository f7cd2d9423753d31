package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.PhaseReports;
import org.soothe.response.ResponseMethod;

/**
 * Replays a session through a fresh engine and compares every recorded snapshot and phase report, bit for bit. Not
 * thread-safe.
 *
 * <p>After a loss the engine has heard less than the one that was recorded; what follows is counted and not compared.
 */
public final class ExactReplay {
    private static final int MOST_NOTES = 20;
    private static final String PHASE = "measures.phase";

    private long eventCount;
    private long comparedCount;
    private long uncomparedCount;
    private int reportCount;
    private final PhaseReports reports = new PhaseReports();
    private @Nullable List<PhaseReport> computed;
    private boolean lost;
    private boolean endedWell;
    private @Nullable Difference first;
    private final List<String> notes = new ArrayList<>();

    private ExactReplay() {}

    /**
     * What a replay found. Immutable.
     *
     * @param eventCount events replayed
     * @param comparedCount snapshots compared
     * @param reportCount phase reports compared
     * @param uncomparedCount snapshots and reports after a loss, which cannot be compared
     * @param first the first value that differs, null if none does
     * @param explanation which version explains a difference; empty where there is none
     * @param endedWell whether the file says that the session ended as it should
     * @param notes what was lost or skipped, in sentences
     */
    public record Verdict(
            long eventCount,
            long comparedCount,
            int reportCount,
            long uncomparedCount,
            @Nullable Difference first,
            String explanation,
            boolean endedWell,
            List<String> notes) {

        /** Keeps a copy of the notes. */
        public Verdict {
            notes = List.copyOf(notes);
        }

        /** Returns whether all that was recorded was compared and is the same. */
        public boolean exact() {
            return first == null && uncomparedCount == 0;
        }
    }

    /**
     * Replays a session to its end, or to the first difference.
     *
     * @param software version of this program
     */
    public static Verdict of(SessionFile file, String software) throws IOException {
        ExactReplay replay = new ExactReplay();
        replay.notes.addAll(file.notes());
        try (SessionLog log = file.log()) {
            replay.run(log, engine(file.info(), replay.notes));
        }
        String explanation = replay.first == null ? "" : explanation(file.info(), software);
        return new Verdict(
                replay.eventCount,
                replay.comparedCount,
                replay.reportCount,
                replay.uncomparedCount,
                replay.first,
                explanation,
                replay.endedWell,
                replay.notes);
    }

    /** Returns a fresh engine of the method that a session was recorded with. */
    static Engine engine(SessionInfo info, List<String> notes) {
        for (ResponseMethod method : ResponseMethod.values()) {
            if (method.name().equals(info.responseMethod())) {
                return new Engine(method);
            }
        }
        notes.add("The response was read by a method this version does not know (\"" + info.responseMethod()
                + "\"); it is replayed with " + ResponseMethod.standard() + ".");
        return new Engine();
    }

    private void run(SessionLog log, Engine engine) throws IOException {
        for (LogEntry entry = log.next(); entry != null && first == null; entry = log.next()) {
            if (entry instanceof LogEntry.Heard heard) {
                engine.update(heard.event());
                reports.taken(heard.event(), engine);
                eventCount++;
            } else if (entry instanceof LogEntry.Said said) {
                compare(said.snapshot(), engine);
            } else if (entry instanceof LogEntry.Reported reported) {
                compare(reported.report());
            } else if (entry instanceof LogEntry.Lost loss) {
                lost = true;
                note("At byte " + loss.atByteCount() + ": " + loss.message());
            } else if (entry instanceof LogEntry.Skipped skipped) {
                note("At byte " + skipped.atByteCount() + ": " + skipped.message());
            } else if (entry instanceof LogEntry.Ended) {
                endedWell = true;
            } else if (entry instanceof LogEntry.EndedEarly early) {
                note("The session ended early: the recording stops without saying that it ended."
                        + (early.tornByteCount() > 0
                                ? " Its last " + early.tornByteCount()
                                        + " bytes were not written whole; they are left out."
                                : ""));
            }
        }
    }

    private void compare(RecordedSnapshot recorded, Engine engine) {
        if (lost) {
            uncomparedCount++;
        } else {
            comparedCount++;
            first = recorded.difference(engine.snapshot());
        }
    }

    private void compare(RecordedSnapshot recorded) {
        if (lost) {
            uncomparedCount++;
            return;
        }
        if (computed == null) {
            computed = reports.reports();
        }
        Difference difference = reportCount < computed.size()
                ? recorded.difference(computed.get(reportCount))
                : new Difference(0, PHASE, String.valueOf(recorded.values().get(PHASE)), "no phase");
        reportCount++;
        first = difference == null
                ? null
                : new Difference(
                        difference.timeNs(),
                        "report of phase " + reportCount + ", " + difference.path(),
                        difference.recorded(),
                        difference.computed());
    }

    private void note(String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(text);
        } else if (notes.size() == MOST_NOTES) {
            notes.add("There is more of this kind.");
        }
    }

    private static String explanation(SessionInfo info, String software) {
        if (!info.methodBuild().equals(MethodBuild.here())) {
            return "The method explains it: recorded with method " + info.methodBuild() + " (soothe " + info.software()
                    + "), replayed with " + MethodBuild.here() + " (soothe " + software
                    + "). The changelog says under \"Changed results\" what changed.";
        }
        if (!info.software().equals(software)) {
            return "The software version differs (" + info.software() + ", now " + software
                    + ") but the method is the same, so the version does not explain it. Please report this.";
        }
        return "Software and method are the same as when it was recorded, so neither explains it. Please report this.";
    }
}
