package org.soothe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.soothe.engine.FinalResult;
import org.soothe.recording.RrRecording;

/**
 * A recording and what came out of it. Immutable.
 *
 * @param recording what was read
 * @param result what the final analysis says
 */
public record AnalysedFile(RrRecording recording, FinalResult result) {

    /** Checks that both are there. */
    public AnalysedFile {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(result, "result");
    }

    /** Returns what is to be known about the recording and its analysis, in sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(recording.notes());
        int lost = recording.size() - result.placedCount();
        if (lost > 0) {
            notes.add(lost + " of " + recording.size()
                    + " intervals could not be placed in time and count only as read: too long for one, or more of them"
                    + " than time had passed.");
        }
        return notes;
    }
}
