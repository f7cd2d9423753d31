package org.soothe.recording.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.beat.BeatClock;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/**
 * Collects intervals as raw numbers and as events. Not thread-safe.
 *
 * <p>Where the file leaves something out, a silent sensor stands before the next interval, so that no difference crosses.
 */
final class RecordingBuilder {
    /** Beats left out last at least 250 ms; rounding of file times at most a few tens of ms. */
    private static final double GAP_MS = 100;

    /** A longer interval is none; its length says nothing about time. */
    private static final double LONGEST_COUNTABLE_MS = BeatClock.LONGEST_COUNTABLE_MS;

    /** In a long silence the sensor says so again and again, as a live one does, so that no step in time is too long. */
    private static final double SILENCE_SAID_EVERY_MS = 1_800_000;

    /** Rows of one notification are written within moments; no two beats are that close. */
    private static final double TOGETHER_MS = 100;

    private final Path path;
    private final Hints hints;
    private final String unit;
    private final TimeColumn timeColumn;
    private final List<Event> events = new ArrayList<>(1024);
    private double[] rawMs = new double[1024];
    private int size;
    private final FileAxis axis = new FileAxis();
    private double lastMs;
    private boolean silent;
    private int leftOutCount;
    private int leftOutLine;
    private int gapCount;
    private final double[] packetMs = new double[64];
    private int packetSize;
    private double packetStartMs;

    RecordingBuilder(Path path, Hints hints, String unit, TimeColumn timeColumn) {
        this.path = path;
        this.hints = hints;
        this.unit = unit;
        this.timeColumn = timeColumn;
    }

    /** An interval that follows the one before. One that no heart makes leaves a gap and takes no time. */
    void next(double rrMs) {
        double beforeMs = lastMs;
        if (rrMs <= LONGEST_COUNTABLE_MS) {
            lastMs += rrMs;
        }
        interval(rrMs, beforeMs);
    }

    /** An interval that ends with a beat at a time; a time that the interval does not reach back from is a gap. */
    void beatAt(double rrMs, double fileMs) {
        double beatMs = onAxis(fileMs, rrMs);
        if (size > 0 && beatMs - rrMs - lastMs > GAP_MS) {
            silent = true;
        }
        double beforeMs = Math.max(lastMs, beatMs - rrMs);
        saySilence(lastMs, beforeMs);
        lastMs = beatMs;
        interval(rrMs, beforeMs);
    }

    /** An interval that arrived at a time; intervals that arrived together are one packet. */
    void arrived(double rrMs, double fileMs) {
        double arrivalMs = onAxis(fileMs, rrMs);
        boolean together = packetSize > 0
                && packetSize < packetMs.length
                && arrivalMs >= lastMs
                && arrivalMs - packetStartMs < TOGETHER_MS;
        if (silent || !together) {
            packet();
            packetStartMs = arrivalMs;
        }
        if (silent) {
            silence(lastMs);
        }
        saySilence(lastMs, arrivalMs);
        lastMs = arrivalMs;
        raw(rrMs);
        packetMs[packetSize++] = rrMs;
    }

    private double onAxis(double fileMs, double rrMs) {
        int before = axis.begunAnewCount();
        double placedMs = size == 0 ? fileMs : axis.place(fileMs, rrMs, lastMs);
        silent |= axis.begunAnewCount() > before;
        return placedMs;
    }

    /** Tells the engine that time goes on in a long hole. */
    private void saySilence(double fromMs, double toMs) {
        if (size == 0 || toMs - fromMs <= SILENCE_SAID_EVERY_MS) {
            return;
        }
        packet();
        for (double atMs = fromMs; atMs < toMs; atMs += SILENCE_SAID_EVERY_MS) {
            events.add(new SensorStatus(ns(atMs), SensorState.SILENT, "The file goes on later."));
        }
    }

    /** A row whose interval is missing, or not above 0. */
    void leftOut(int line) {
        silent = true;
        leftOutLine = leftOutCount == 0 ? line : leftOutLine;
        leftOutCount++;
    }

    RrRecording build(@Nullable BeatSource toldSource) {
        packet();
        if (leftOutCount > 0) {
            hints.note(leftOutCount + (leftOutCount == 1 ? " row" : " rows")
                    + " without an interval above 0 left out (first on line " + leftOutLine + ").");
        }
        anew("go back ", axis.wentBackCount());
        anew("leap ahead by more than a week ", axis.leaptAheadCount());
        if (gapCount > 0) {
            hints.note(gapCount + (gapCount == 1 ? " gap" : " gaps")
                    + " in the beats of the file; no difference is taken across.");
        }
        BeatSource source = toldSource == null ? hints.source() : toldSource;
        return new RrRecording(
                path, hints.format(), unit, timeColumn, source, Arrays.copyOf(rawMs, size), events, hints.notes());
    }

    private void anew(String how, int count) {
        if (count > 0) {
            hints.note("The times " + how + count + (count == 1 ? " time" : " times")
                    + "; each time they are taken to begin anew, after a gap.");
        }
    }

    private void interval(double rrMs, double beforeMs) {
        if (silent) {
            silence(beforeMs);
        }
        raw(rrMs);
        events.add(RrPacket.ofMs(ns(lastMs), rrMs));
    }

    private void silence(double atMs) {
        silent = false;
        if (size > 0) {
            gapCount++;
            events.add(new SensorStatus(ns(atMs), SensorState.SILENT, "The file leaves beats out here."));
        }
    }

    private void packet() {
        if (packetSize > 0) {
            events.add(new RrPacket(
                    ns(lastMs),
                    SensorContact.UNSUPPORTED,
                    Double.NaN,
                    RrIntervals.ofMs(Arrays.copyOf(packetMs, packetSize))));
            packetSize = 0;
        }
    }

    private void raw(double rrMs) {
        if (size == rawMs.length) {
            rawMs = Arrays.copyOf(rawMs, 2 * size);
        }
        rawMs[size++] = rrMs;
    }

    private static long ns(double ms) {
        return Math.round(ms * 1e6);
    }
}
