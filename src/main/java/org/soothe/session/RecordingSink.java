package org.soothe.session;

import java.util.ArrayList;
import java.util.List;
import org.soothe.engine.PhaseReports;
import org.soothe.event.Event;
import org.soothe.event.Waveform;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionRecorder;

/** Records a live session. Owned by its sink thread; the recorder has a thread of its own that writes. */
public final class RecordingSink implements SessionSink {
    private final SessionRecorder recorder;
    private final List<Event> events = new ArrayList<>();

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
        // The waves of a day would fill the memory, and are in the file.
        if (!(frame.event() instanceof Waveform)) {
            events.add(frame.event());
        }
    }

    @Override
    public void ended(SessionEnd end) {
        recorder.end(end.reason(), PhaseReports.of(events));
    }

    /** Returns whether it records, and how far. */
    public RecordingState state() {
        return recorder.state();
    }
}
