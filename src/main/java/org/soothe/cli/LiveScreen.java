package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.report.UnitText;
import org.soothe.session.Frame;
import org.soothe.session.SessionEnd;
import org.soothe.time.NanoClock;

/** The calm view of a live session in a terminal. Owned by its sink thread; {@link #notice} may come from any thread. */
final class LiveScreen implements LiveView {
    private static final long FRAME_NS = 80_000_000;

    private final Screen screen;
    private final NanoClock clock;
    private final String heading;
    private final @Nullable TimeLength duration;
    private volatile String notice = "";
    private boolean begun;
    private long drawnNs;
    private Snapshot snapshot = new Engine().snapshot();
    private @Nullable SensorStatus status;

    LiveScreen(OutputStream out, NanoClock clock, String heading, @Nullable TimeLength duration) {
        this.screen = new Screen(out);
        this.clock = clock;
        this.heading = heading;
        this.duration = duration;
    }

    @Override
    public void notice(String text) {
        notice = text;
    }

    @Override
    public void taken(Frame frame) throws IOException {
        snapshot = frame.snapshot();
        status = frame.status();
        if (!begun || clock.nanoTime() - drawnNs >= FRAME_NS) {
            draw(snapshot.timeNs());
        }
    }

    @Override
    public void waiting(long timeNs) throws IOException {
        draw(timeNs);
    }

    @Override
    public void ended(SessionEnd end) throws IOException {
        snapshot = end.last();
        screen.showCursor();
        draw(end.timeNs());
    }

    private void draw(long shownNs) throws IOException {
        begin();
        drawnNs = clock.nanoTime();
        screen.home();
        screen.snapshot(snapshot, shownNs);
        screen.line("");
        screen.line("Sensor", status == null ? "opening" : words(status.state()) + ". " + status.reason());
        screen.line("Time", UnitText.clock(shownNs) + (duration == null ? "" : " of " + duration.text()));
        String text = notice;
        if (!text.isEmpty()) {
            screen.line("Note", text);
        }
        screen.clearBelow();
        screen.write();
        screen.check();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            screen.hideCursor();
            screen.line("");
            screen.line("  soothe   " + heading);
            screen.line("");
            screen.keep();
        }
    }

    /** Returns a state in words for a person. */
    static String words(SensorState state) {
        return switch (state) {
            case SEARCHING -> "searching";
            case CONNECTED -> "connected";
            case STREAMING -> "streaming";
            case SILENT -> "silent";
            case LOST -> "lost";
            case RECONNECTING -> "connecting again";
            case FAILED -> "failed";
            case ENDED -> "over";
        };
    }
}
