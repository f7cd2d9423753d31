package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.soothe.engine.Snapshot;
import org.soothe.event.BatteryLevel;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.report.SnapshotJson;
import org.soothe.session.Frame;
import org.soothe.session.SessionEnd;

/**
 * A live session as lines of JSON: the same line as a replay after every packet of beats or block of a wave in which beats
 * were found, and one for what a sensor says of itself. Owned by its sink thread; a notice may come from any thread.
 */
final class LiveJson implements LiveView {
    private final SnapshotJson json;
    private final NewBeats beats = new NewBeats();
    private final Progress messages;

    LiveJson(OutputStream out, Progress messages) throws IOException {
        this.json = new SnapshotJson(out, BeatSource.UNKNOWN);
        this.messages = messages;
    }

    @Override
    public void notice(String text) {
        messages.say("soothe: " + text);
    }

    @Override
    public void taken(Frame frame) throws IOException {
        Event event = frame.event();
        Snapshot snapshot = beats.in(event, frame::snapshot);
        if (snapshot != null) {
            json.write(snapshot);
        } else if (event instanceof SensorStatus status) {
            json.write(status);
        } else if (event instanceof SensorIdentity identity) {
            json.write(identity);
        } else if (event instanceof BatteryLevel battery) {
            json.write(battery);
        } else {
            return;
        }
        json.flush();
    }

    @Override
    public void ended(SessionEnd end) throws IOException {
        json.close();
    }
}
