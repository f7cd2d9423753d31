package org.soothe.report;

import java.util.List;
import java.util.Objects;
import org.soothe.engine.PhaseReport;
import org.soothe.recording.RrRecording;

/**
 * A recording and the report of its phases. Immutable.
 *
 * @param recording what was read
 * @param phases one report per phase, in order
 */
public record ReportedSession(RrRecording recording, List<PhaseReport> phases) {

    /** Keeps a copy of the list. */
    public ReportedSession {
        Objects.requireNonNull(recording, "recording");
        phases = List.copyOf(phases);
    }
}
