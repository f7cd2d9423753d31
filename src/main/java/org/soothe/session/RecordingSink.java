package org.soothe.session;

import org.soothe.engine.PhaseReports;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionRecorder;

/** Records a live session. Owned by its sink thread; the recorder has a thread of its own that writes. */
public final class RecordingSink implements SessionSink {
    private final SessionRecorder recorder;
    private final PhaseReports reports = new PhaseReports();

    /** Records with a recorder that was started. */
    public RecordingSink(SessionRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void taken(Frame frame) {
        recorder.taken(frame.event(), frame.snapshot());
        reports.taken(frame.event(), frame.snapshot());
    }

    @Override
    public void ended(SessionEnd end) {
        recorder.end(end.reason(), reports.reports());
    }

    /** Returns whether it records, and how far. */
    public RecordingState state() {
        return recorder.state();
    }
}
