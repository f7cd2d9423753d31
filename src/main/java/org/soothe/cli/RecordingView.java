package org.soothe.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReports;
import org.soothe.event.Event;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.response.ResponseMethod;

/** Records a replay beside showing it. Not thread-safe. */
final class RecordingView implements ReplayView {
    private final ReplayView shown;
    private final SessionRecorder recorder;
    private final ResponseMethod method;
    private final List<Event> events = new ArrayList<>();

    RecordingView(ReplayView shown, SessionRecorder recorder, ResponseMethod method) {
        this.shown = shown;
        this.method = method;
        this.recorder = recorder;
    }

    @Override
    public void begin() throws IOException {
        shown.begin();
    }

    @Override
    public boolean taken(Event event, Engine engine) {
        recorder.taken(event, engine.snapshot());
        events.add(event);
        return shown.taken(event, engine);
    }

    @Override
    public boolean waiting(long timeNs, Engine engine) {
        return shown.waiting(timeNs, engine);
    }

    @Override
    public void close() throws IOException {
        RecordingState state = recorder.end("The replay is over.", PhaseReports.of(events, method));
        shown.close();
        if (state instanceof RecordingState.Closed closed && !closed.complete()) {
            throw new IOException(closed.file() + ": " + closed.reason());
        }
    }
}
