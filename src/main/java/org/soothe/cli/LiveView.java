package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.soothe.breathing.BreathPacer;
import org.soothe.breathing.BreathPart;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.hrv.Measure;
import org.soothe.recording.RrRecording;
import org.soothe.report.ResponseWords;
import org.soothe.report.UnitText;

/** The calm view of a terminal: a few lines that are redrawn in place. Not thread-safe. */
final class LiveView implements ReplayView {
    private static final long FRAME_NS = 80_000_000;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int PACER_WIDTH = 40;
    private static final String CLEAR = "\u001b[2K";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    private final OutputStream out;
    private final Terminal terminal;
    private final RrRecording recording;
    private final double speed;
    private final ProgressBar bar;
    private final StringBuilder frame = new StringBuilder();
    private volatile String barText = "";
    private int lines;
    private long drawnNs = Long.MIN_VALUE;
    private long shownNs;
    private boolean stale;
    private @Nullable IOException failure;
    private Snapshot last = new Engine().snapshot();

    LiveView(OutputStream out, Terminal terminal, RrRecording recording, double speed) {
        this.out = out;
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
        frame.append(HIDE_CURSOR);
        line("");
        line("  soothe   " + (name == null ? "" : name) + source + ", " + pace);
        line("  " + recording.unit());
        for (String note : recording.notes()) {
            line("  " + note);
        }
        line("");
        lines = 0;
        write();
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
        return failure == null;
    }

    @Override
    public boolean waiting(long timeNs, Engine engine) {
        shownNs = timeNs;
        long nowNs = terminal.clock().nanoTime();
        if (nowNs - drawnNs >= FRAME_NS) {
            refresh(engine);
            draw(nowNs);
        }
        return failure == null;
    }

    @Override
    public void close() throws IOException {
        bar.stepTo(shownNs / NS_PER_S);
        bar.close();
        draw(terminal.clock().nanoTime());
        frame.append(SHOW_CURSOR);
        write();
        if (failure != null) {
            throw failure;
        }
    }

    private void refresh(Engine engine) {
        if (stale) {
            last = engine.snapshot();
            stale = false;
        }
    }

    private void draw(long nowNs) {
        drawnNs = nowNs;
        if (lines > 0) {
            frame.append("\u001b[").append(lines).append('A');
        }
        lines = 0;
        bar.stepTo(shownNs / NS_PER_S);
        row("Heart rate", last.hrv().shownHeartRateBpm(), 0, "beats a minute");
        row("Newest beat", last.beat().provisionalRrMs(), 0, "ms after the one before");
        row("RMSSD", last.hrv().rmssdMs(), 1, "ms over the last minute");
        row("HF power", last.hrv().hfMs2(), 0, "ms\u00b2");
        row("Breathing", last.breathingRatePerMin(), 1, "breaths a minute");
        row("RSA", last.paced().rsaAmplitudeMs(), 1, "ms up and down with the pacer");
        line("  " + UnitText.left("Signal", 14) + ShownMeasures.signal(last));
        line("  " + UnitText.left("Response", 14) + ResponseWords.forTherapists(last.response()));
        line("");
        line("  " + UnitText.left("Pacer", 14) + pacer(last.pacer()));
        line("");
        line(barText);
        write();
    }

    private void row(String name, Measure measure, int decimals, String unit) {
        line("  " + UnitText.left(name, 14) + ShownMeasures.text(measure, decimals, unit));
    }

    private String pacer(BreathPacer pacer) {
        double volume = pacer.isRunning() ? pacer.volumeRatio(shownNs) : Double.NaN;
        if (Double.isNaN(volume)) {
            return "resting; --pacer 5.5 wakes it";
        }
        int full = (int) Math.round(volume * PACER_WIDTH);
        return "\u2590" + "\u2588".repeat(full) + "\u00b7".repeat(PACER_WIDTH - full) + "\u258c  "
                + words(pacer.part(shownNs));
    }

    private static String words(BreathPart part) {
        return switch (part) {
            case IN -> "in";
            case OUT -> "out";
            case PAUSE_AFTER_IN, PAUSE_AFTER_OUT -> "rest";
        };
    }

    private void line(String text) {
        frame.append(CLEAR).append(text).append('\n');
        lines++;
    }

    private void write() {
        try {
            out.write(frame.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        frame.setLength(0);
    }
}
