package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.recording.RrRecording;

/** A replay as plain lines for a file or a pipe. Not thread-safe. */
final class PlainView implements ReplayView {
    private final PlainLines lines;
    private final RrRecording recording;
    private Snapshot last = new Engine().snapshot();

    PlainView(OutputStream out, RrRecording recording) {
        this.lines = new PlainLines(out);
        this.recording = recording;
    }

    @Override
    public void begin() {
        List<String> header = new ArrayList<>();
        header.add(recording.path() + ": " + recording.size() + " intervals, "
                + recording.source().words());
        header.add("read as " + recording.format() + "; " + recording.unit() + "; "
                + recording.timeColumn().words());
        header.addAll(recording.notes());
        lines.begin(header);
    }

    @Override
    public boolean taken(Event event, Engine engine) {
        lines.taken(event.timeNs(), engine.tickNs(), () -> last = engine.snapshot());
        if (event.timeNs() >= recording.endNs()) {
            last = engine.snapshot();
        }
        return lines.isFine();
    }

    @Override
    public void close() throws IOException {
        lines.end(last);
        lines.check();
    }
}
