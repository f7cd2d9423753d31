package org.soothe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Counters;
import org.soothe.engine.Snapshot;
import org.soothe.report.ResponseWords;
import org.soothe.report.UnitText;

/**
 * Plain lines for a file or a pipe: one a minute, one where the response changes, and a last one. Keeps the first failure to
 * write. Not thread-safe.
 */
final class PlainLines {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final OutputStream out;
    private long nextNs = Long.MIN_VALUE;
    private long heardNs = Long.MIN_VALUE;
    private String lastHeading = "";
    private @Nullable IOException failure;

    PlainLines(OutputStream out) {
        this.out = out;
    }

    /** Writes what stands above the columns, and their names. */
    void begin(List<String> header) {
        header.forEach(this::line);
        line("   time  heart rate    RMSSD  HF power  breathing       RSA  signal          response");
        line("              /min       ms       ms2       /min        ms");
    }

    /** Writes what an event changed; asks for the snapshot only where it is shown. */
    void taken(long timeNs, long tickNs, Supplier<Snapshot> now) {
        if (nextNs == Long.MIN_VALUE) {
            nextNs = Math.floorDiv(timeNs, MINUTE_NS) * MINUTE_NS + MINUTE_NS;
        }
        if (tickNs > heardNs) {
            heardNs = tickNs;
            response(now.get());
        }
        if (tickNs >= nextNs) {
            nextNs = Math.floorDiv(tickNs, MINUTE_NS) * MINUTE_NS + MINUTE_NS;
            row(now.get());
        }
    }

    /** Writes a line of its own, with a time before it. */
    void note(long timeNs, String text) {
        line(UnitText.right(UnitText.clock(timeNs), 7) + "  " + text);
    }

    /** Writes what was counted in all. */
    void end(Snapshot last) {
        Counters counters = last.counters();
        if (counters.beatCount() > 0) {
            line(counters.beatCount() + " beats until " + UnitText.clock(last.timeNs()) + ": "
                    + counters.normalCount() + " normal, "
                    + counters.correctedCount() + " set right, " + counters.leftOutCount() + " left out, "
                    + counted(counters.gapCount(), "gap")
                    + (counters.blockGapCount() == 0
                            ? "."
                            : ", " + counted(counters.blockGapCount(), "break") + " in the waves."));
        }
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** Returns whether everything could be written. */
    boolean isFine() {
        return failure == null;
    }

    /** Throws what kept it from writing, if anything did. */
    void check() throws IOException {
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
                note(snapshot.tickNs(), "> " + ResponseWords.forTherapists(snapshot.response()));
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
