package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.recording.RrRecording;
import org.soothe.report.SnapshotJson;

/** One line of JSON after every packet of beats, and after every block of a wave in which beats were found. Not thread-safe. */
final class JsonView implements ReplayView {
    private static final long NS_PER_S = 1_000_000_000L;

    private final SnapshotJson json;
    private final NewBeats beats = new NewBeats();
    private final boolean atOnce;
    private final Progress progress;
    private @Nullable IOException failure;

    /** Makes a view that sends each line at once, if the replay is slow enough to be followed. */
    JsonView(OutputStream out, Terminal terminal, RrRecording recording, boolean atOnce) throws IOException {
        this.json = new SnapshotJson(out, recording.source());
        this.atOnce = atOnce;
        this.progress = terminal.outIsWatched()
                ? Progress.silent(terminal)
                : Progress.of(terminal, "Replaying", recording.endNs() / NS_PER_S);
    }

    @Override
    public void begin() {}

    @Override
    public boolean taken(Event event, Engine engine) {
        Snapshot snapshot = beats.in(event, engine::snapshot);
        if (snapshot == null) {
            return true;
        }
        try {
            json.write(snapshot);
            if (atOnce) {
                json.flush();
            }
            progress.stepTo(event.timeNs() / NS_PER_S);
        } catch (IOException e) {
            failure = e;
        }
        return failure == null;
    }

    @Override
    public void close() throws IOException {
        progress.close();
        if (failure != null) {
            throw failure;
        }
        json.close();
    }
}
