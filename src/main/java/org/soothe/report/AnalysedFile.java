package org.soothe.report;

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
}
