package org.soothe.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;

/**
 * A recording of RR intervals, read whole. Immutable.
 *
 * <p>The raw intervals are every interval greater than 0 of the file, in milliseconds, side by side. The events are what
 * an engine is fed with: the same intervals with their times, and a silent sensor wherever the file leaves beats out.
 */
public final class RrRecording {

    private final Path path;
    private final String format;
    private final String unit;
    private final TimeColumn timeColumn;
    private final BeatSource source;
    private final double[] rawMs;
    private final List<Event> events;
    private final List<String> notes;
    private final @Nullable Instant startedAt;

    /** Takes over everything read from one file; the arrays and lists are copied. */
    public RrRecording(
            Path path,
            String format,
            String unit,
            TimeColumn timeColumn,
            BeatSource source,
            double[] rawMs,
            List<Event> events,
            List<String> notes) {
        this(path, format, unit, timeColumn, source, rawMs, events, notes, null);
    }

    private RrRecording(
            Path path,
            String format,
            String unit,
            TimeColumn timeColumn,
            BeatSource source,
            double[] rawMs,
            List<Event> events,
            List<String> notes,
            @Nullable Instant startedAt) {
        this.path = path;
        this.format = format;
        this.unit = unit;
        this.timeColumn = timeColumn;
        this.source = source;
        this.rawMs = rawMs.clone();
        this.events = List.copyOf(events);
        this.notes = List.copyOf(notes);
        this.startedAt = startedAt;
    }

    /** Returns the same recording with the wall-clock label of its time 0, null where nobody knows it. */
    public RrRecording startedAt(@Nullable Instant newStartedAt) {
        return new RrRecording(path, format, unit, timeColumn, source, rawMs, events, notes, newStartedAt);
    }

    /** Returns the wall-clock label of time 0, null where the file does not say. */
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    /** Returns which format was recognised, in words. */
    public String format() {
        return format;
    }

    /** Returns the unit of the intervals in the file and how it was found, in words. */
    public String unit() {
        return unit;
    }

    /** Returns what the times of the file stand for. */
    public TimeColumn timeColumn() {
        return timeColumn;
    }

    /** Returns what the beats were found in. */
    public BeatSource source() {
        return source;
    }

    /** Returns how many raw intervals there are, at least 1. */
    public int size() {
        return rawMs.length;
    }

    /** Returns raw interval {@code i} in milliseconds, greater than 0. */
    public double rawMs(int i) {
        return rawMs[i];
    }

    /** Returns a copy of all raw intervals in milliseconds. */
    public double[] rawMs() {
        return rawMs.clone();
    }

    /** Returns the events in the order in which an engine takes them. */
    public List<Event> events() {
        return events;
    }

    /** Returns the time of the last event on the session axis. */
    public long endNs() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).timeNs();
    }

    /** Returns what a person should know about the reading, in sentences. */
    public List<String> notes() {
        return notes;
    }
}
