package org.soothe.cli;

import java.io.IOException;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReports;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionRecorder;

/** Records a replay beside showing it. Not thread-safe. */
final class RecordingView implements ReplayView {
    private final ReplayView shown;
    private final SessionRecorder recorder;
    private final PhaseReports reports = new PhaseReports();

    RecordingView(ReplayView shown, SessionRecorder recorder) {
        this.shown = shown;
        this.recorder = recorder;
    }

    @Override
    public void begin() throws IOException {
        shown.begin();
    }

    @Override
    public boolean taken(Event event, Engine engine) {
        Snapshot snapshot = engine.snapshot();
        recorder.taken(event, snapshot);
        reports.taken(event, snapshot);
        return shown.taken(event, engine);
    }

    @Override
    public boolean waiting(long timeNs, Engine engine) {
        return shown.waiting(timeNs, engine);
    }

    @Override
    public void close() throws IOException {
        RecordingState state = recorder.end("The replay is over.", reports.reports());
        shown.close();
        if (state instanceof RecordingState.Closed closed && !closed.complete()) {
            throw new IOException(closed.file() + ": " + closed.reason());
        }
    }
}
