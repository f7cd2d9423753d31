package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.recording.RrRecording;
import org.soothe.report.UnitText;

/** The calm view of a replay in a terminal. Not thread-safe. */
final class ReplayScreen implements ReplayView {
    private static final long FRAME_NS = 80_000_000;
    private static final long NS_PER_S = 1_000_000_000L;

    private final Screen screen;
    private final Terminal terminal;
    private final RrRecording recording;
    private final double speed;
    private final ProgressBar bar;
    private volatile String barText = "";
    private long drawnNs = Long.MIN_VALUE;
    private long shownNs;
    private boolean stale;
    private Snapshot last = new Engine().snapshot();

    ReplayScreen(OutputStream out, Terminal terminal, RrRecording recording, double speed) {
        this.screen = new Screen(out);
        this.terminal = terminal;
        this.recording = recording;
        this.speed = speed;
        this.bar = Progress.bar("  Recording", Math.max(1, recording.endNs() / NS_PER_S), text -> barText = text);
    }

    @Override
    public void begin() {
        Path name = recording.path().getFileName();
        String pace = Double.isInfinite(speed)
                ? "as fast as it goes"
                : speed == 1 ? "at its own pace" : UnitText.plain(speed) + " times its pace";
        String source = recording.source() == BeatSource.UNKNOWN
                ? ""
                : ", " + recording.source().words();
        screen.hideCursor();
        screen.line("");
        screen.line("  soothe   " + (name == null ? "" : name) + source + ", " + pace);
        screen.line("  " + recording.unit());
        for (String note : recording.notes()) {
            screen.wrapped("  ", note);
        }
        screen.line("");
        screen.keep();
        screen.write();
    }

    @Override
    public boolean taken(Event event, Engine engine) {
        shownNs = event.timeNs();
        stale = true;
        long nowNs = terminal.clock().nanoTime();
        if (drawnNs == Long.MIN_VALUE || nowNs - drawnNs >= FRAME_NS || shownNs >= recording.endNs()) {
            refresh(engine);
            draw(nowNs);
        }
        return screen.isFine();
    }

    @Override
    public boolean waiting(long timeNs, Engine engine) {
        shownNs = timeNs;
        long nowNs = terminal.clock().nanoTime();
        if (nowNs - drawnNs >= FRAME_NS) {
            refresh(engine);
            draw(nowNs);
        }
        return screen.isFine();
    }

    @Override
    public void close() throws IOException {
        bar.stepTo(shownNs / NS_PER_S);
        bar.close();
        draw(terminal.clock().nanoTime());
        screen.showCursor();
        screen.write();
        screen.check();
    }

    private void refresh(Engine engine) {
        if (stale) {
            last = engine.snapshot();
            stale = false;
        }
    }

    private void draw(long nowNs) {
        drawnNs = nowNs;
        screen.home();
        bar.stepTo(shownNs / NS_PER_S);
        screen.snapshot(last, shownNs);
        screen.line("");
        screen.line(barText);
        screen.clearBelow();
        screen.write();
    }
}
