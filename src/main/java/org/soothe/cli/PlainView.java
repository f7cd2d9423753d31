package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Counters;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.recording.RrRecording;
import org.soothe.report.ResponseWords;
import org.soothe.report.UnitText;

/** Plain lines for a file or a pipe: one a minute of the recording, and a last one. Not thread-safe. */
final class PlainView implements ReplayView {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final OutputStream out;
    private final RrRecording recording;
    private long nextNs = Long.MIN_VALUE;
    private long heardNs = Long.MIN_VALUE;
    private String lastHeading = "";
    private @Nullable IOException failure;
    private Snapshot last = new Engine().snapshot();

    PlainView(OutputStream out, RrRecording recording) {
        this.out = out;
        this.recording = recording;
    }

    @Override
    public void begin() {
        line(recording.path() + ": " + recording.size() + " intervals, "
                + recording.source().words());
        line("read as " + recording.format() + "; " + recording.unit() + "; "
                + recording.timeColumn().words());
        for (String note : recording.notes()) {
            line(note);
        }
        line("   time  heart rate    RMSSD  HF power  breathing       RSA  signal          response");
        line("              /min       ms       ms2       /min        ms");
    }

    @Override
    public boolean taken(Event event, Engine engine) {
        if (nextNs == Long.MIN_VALUE) {
            nextNs = Math.floorDiv(event.timeNs(), MINUTE_NS) * MINUTE_NS + MINUTE_NS;
        }
        if (engine.tickNs() > heardNs) {
            heardNs = engine.tickNs();
            response(engine.snapshot());
        }
        if (event.timeNs() >= nextNs) {
            nextNs = Math.floorDiv(event.timeNs(), MINUTE_NS) * MINUTE_NS + MINUTE_NS;
            last = engine.snapshot();
            row(last);
        } else if (event.timeNs() >= recording.endNs()) {
            last = engine.snapshot();
        }
        return failure == null;
    }

    @Override
    public void close() throws IOException {
        Counters counters = last.counters();
        if (counters.beatCount() > 0) {
            line(counters.beatCount() + " beats until " + UnitText.clock(last.timeNs()) + ": "
                    + counters.normalCount() + " normal, "
                    + counters.correctedCount() + " set right, " + counters.leftOutCount() + " left out, "
                    + counters.gapCount() + " gaps.");
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A line of its own where the state or its reason changes; nothing before the first phase. */
    private void response(Snapshot snapshot) {
        String heading = ResponseWords.heading(snapshot.response());
        if (!heading.equals(lastHeading)) {
            boolean silent = lastHeading.isEmpty() && ResponseWords.noPhase(snapshot.response());
            lastHeading = heading;
            if (!silent) {
                line(UnitText.right(UnitText.clock(snapshot.tickNs()), 7) + "  > "
                        + ResponseWords.forTherapists(snapshot.response()));
            }
        }
    }

    private void row(Snapshot snapshot) {
        line(UnitText.right(UnitText.clock(snapshot.tickNs()), 7)
                + UnitText.right(ShownMeasures.number(snapshot.hrv().shownHeartRateBpm(), 0), 12)
                + UnitText.right(ShownMeasures.number(snapshot.hrv().rmssdMs(), 1), 9)
                + UnitText.right(ShownMeasures.number(snapshot.hrv().hfMs2(), 0), 10)
                + UnitText.right(ShownMeasures.number(snapshot.breathingRatePerMin(), 1), 11)
                + UnitText.right(ShownMeasures.number(snapshot.paced().rsaAmplitudeMs(), 1), 10)
                + "  " + UnitText.left(ShownMeasures.shortSignal(snapshot), 14)
                + "  " + ResponseWords.inShort(snapshot.response()));
    }

    private void line(String text) {
        try {
            out.write((text + '\n').getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }
}
