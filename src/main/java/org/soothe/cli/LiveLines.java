package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorStatus;
import org.soothe.session.Frame;
import org.soothe.session.SessionEnd;

/** A live session as plain lines for a file or a pipe. Owned by its sink thread; a notice may come from any thread. */
final class LiveLines implements LiveView {
    private final PlainLines lines;
    private final Progress messages;
    private final String heading;
    private boolean begun;

    LiveLines(OutputStream out, Progress messages, String heading) {
        this.lines = new PlainLines(out);
        this.messages = messages;
        this.heading = heading;
    }

    @Override
    public void notice(String text) {
        messages.say("soothe: " + text);
    }

    @Override
    public void taken(Frame frame) throws IOException {
        if (!begun) {
            begun = true;
            lines.begin(List.of(heading));
        }
        if (frame.event() instanceof SensorStatus status) {
            lines.note(status.timeNs(), "Sensor " + LiveScreen.words(status.state()) + ". " + status.reason());
        } else if (frame.event() instanceof SensorIdentity identity) {
            lines.note(
                    identity.timeNs(),
                    identity.name() + ", " + identity.source().words()
                            + (identity.details().isEmpty() ? "." : "; " + identity.details() + "."));
        }
        lines.taken(frame.event().timeNs(), frame.snapshot().tickNs(), frame::snapshot);
        lines.check();
    }

    @Override
    public void ended(SessionEnd end) throws IOException {
        lines.end(end.last());
        lines.check();
    }
}
