package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.soothe.event.PhaseStart;

/**
 * What a session holds, in short. Immutable.
 *
 * @param info what it says of itself
 * @param sealed whether it is encrypted
 * @param eventCount events in it
 * @param durationNs time of its last event
 * @param ended why it ended; empty if it ended early or has not ended yet
 * @param phases its phases
 * @param reports path and value of every measured field of each phase report
 * @param lossCount places at which something is lost
 * @param notes what a person should know, in sentences
 */
public record SessionSummary(
        SessionInfo info,
        boolean sealed,
        long eventCount,
        long durationNs,
        String ended,
        List<PhaseStart> phases,
        List<Map<String, String>> reports,
        int lossCount,
        List<String> notes) {

    private static final int MOST_NOTES = 20;

    /** Keeps copies of the lists. */
    public SessionSummary {
        phases = List.copyOf(phases);
        reports = List.copyOf(reports);
        notes = List.copyOf(notes);
    }

    /** Returns whether every block is as it was written and the session ended as it should. */
    public boolean sound() {
        return lossCount == 0 && !ended.isEmpty() && notes.isEmpty();
    }

    /** Reads a session to its end; every checksum in it is checked on the way. */
    public static SessionSummary of(SessionFile file) throws IOException {
        List<PhaseStart> phases = new ArrayList<>();
        List<Map<String, String>> reports = new ArrayList<>();
        List<String> notes = new ArrayList<>(file.notes());
        String ended = "";
        long events = 0;
        long lastNs = 0;
        int losses = 0;
        try (SessionLog log = file.log()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                if (entry instanceof LogEntry.Heard heard) {
                    events++;
                    lastNs = Math.max(lastNs, heard.event().timeNs());
                    if (heard.event() instanceof PhaseStart start) {
                        phases.add(start);
                    }
                } else if (entry instanceof LogEntry.Reported reported) {
                    reports.add(texts(reported.report()));
                } else if (entry instanceof LogEntry.Ended end) {
                    ended = end.reason().isEmpty() ? "ended" : end.reason();
                } else if (entry instanceof LogEntry.EndedEarly && !file.beingRecorded()) {
                    note(notes, "It ended early: the recording stops without saying that it ended.");
                } else if (entry instanceof LogEntry.Lost loss) {
                    losses++;
                    note(notes, "At byte " + loss.atByteCount() + ": " + loss.message());
                } else if (entry instanceof LogEntry.Skipped skipped) {
                    note(notes, "At byte " + skipped.atByteCount() + ": " + skipped.message());
                }
            }
        }
        return new SessionSummary(file.info(), file.sealed(), events, lastNs, ended, phases, reports, losses, notes);
    }

    private static void note(List<String> notes, String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(text);
        }
    }

    private static Map<String, String> texts(RecordedSnapshot report) {
        Map<String, String> texts = new TreeMap<>();
        report.values().forEach((path, value) -> texts.put(path, String.valueOf(value)));
        return texts;
    }
}
