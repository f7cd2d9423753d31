package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.recording.RrRecording;
import org.soothe.report.SnapshotJson;

/** One line of JSON after every packet of beats. Not thread-safe. */
final class JsonView implements ReplayView {
    private static final long NS_PER_S = 1_000_000_000L;

    private final SnapshotJson json;
    private final boolean atOnce;
    private final Progress progress;
    private boolean gone;

    /** Makes a view that sends each line at once, if the replay is slow enough to be followed. */
    JsonView(OutputStream out, Terminal terminal, RrRecording recording, boolean atOnce) throws IOException {
        this.json = new SnapshotJson(out);
        this.atOnce = atOnce;
        this.progress = terminal.outIsWatched()
                ? Progress.silent(terminal)
                : Progress.of(terminal, "Replaying", recording.endNs() / NS_PER_S);
    }

    @Override
    public void begin() {}

    @Override
    public boolean taken(Event event, Engine engine) {
        if (!(event instanceof RrPacket)) {
            return true;
        }
        try {
            json.write(engine.snapshot());
            if (atOnce) {
                json.flush();
            }
            progress.stepTo(event.timeNs() / NS_PER_S);
        } catch (IOException e) {
            gone = true;
        }
        return !gone;
    }

    @Override
    public void close() {
        progress.close();
        try {
            json.close();
        } catch (IOException e) {
            gone = true;
        }
    }
}
