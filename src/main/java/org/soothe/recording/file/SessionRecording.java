package org.soothe.recording.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.soothe.beat.BeatSeries;
import org.soothe.engine.FinalAnalysis;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.event.RrPacket;
import org.soothe.event.RrUnit;
import org.soothe.event.SensorIdentity;
import org.soothe.event.SensorState;
import org.soothe.event.SensorStatus;
import org.soothe.recording.RecordingFormatException;
import org.soothe.recording.RrRecording;
import org.soothe.recording.TimeColumn;

/** Reads a session as a recording, with all its events in memory. Not thread-safe. */
public final class SessionRecording {
    private static final int MOST_NOTES = 10;
    private static final String LOSS = "A part of the recording is lost here.";

    private final List<Event> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double[] rawMs = new double[1024];
    private int rawCount;
    private BeatSource source = BeatSource.UNKNOWN;
    private RrUnit unit = RrUnit.MS;
    private int lossCount;
    private boolean lost;

    private SessionRecording() {}

    /**
     * Reads all of a session.
     *
     * @throws RecordingFormatException if it holds no intervals
     */
    public static RrRecording read(SessionFile file) throws IOException, RecordingFormatException {
        SessionRecording reading = new SessionRecording();
        reading.notes.addAll(file.notes());
        try (SessionLog log = file.events()) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                reading.take(entry);
            }
        }
        if (reading.rawCount == 0) {
            reading.foundInWaves();
        }
        if (reading.rawCount == 0) {
            throw new RecordingFormatException(file.path(), "a session without intervals", "at least one interval");
        }
        return reading.recording(file);
    }

    /** A session of waves alone: its intervals are those that the engine finds in them. */
    private void foundInWaves() {
        BeatSeries beats = FinalAnalysis.beats(events);
        for (int i = 0; i < beats.size(); i++) {
            raw(beats.rrMs(i));
        }
    }

    private RrRecording recording(SessionFile file) {
        if (lossCount > MOST_NOTES) {
            notes.add("Parts are lost in " + lossCount + " places.");
        }
        SessionInfo info = file.info();
        return new RrRecording(
                file.path(),
                "session recorded by soothe " + info.software()
                        + (info.startedAt().isEmpty() ? "" : ", begun " + info.startedAt()),
                unit == RrUnit.TICKS_1024 ? "ticks of 1/1024 s, as the sensor sent them" : "milliseconds, as recorded",
                TimeColumn.ARRIVAL,
                source,
                Arrays.copyOf(rawMs, rawCount),
                events,
                notes);
    }

    private void take(LogEntry entry) {
        if (entry instanceof LogEntry.Heard heard) {
            event(heard.event());
        } else if (entry instanceof LogEntry.Lost loss) {
            lost = true;
            lossCount++;
            if (lossCount <= MOST_NOTES) {
                notes.add(loss.message());
            }
        } else if (entry instanceof LogEntry.EndedEarly) {
            notes.add("The session ended early: the recording stops without saying that it ended.");
        }
    }

    private void event(Event event) {
        if (lost) {
            // No interval after a loss is the neighbour of one before it.
            events.add(silence(event.timeNs()));
            lost = false;
        }
        events.add(event);
        if (event instanceof RrPacket packet) {
            for (int i = 0; i < packet.rr().size(); i++) {
                unit = packet.rr().unit();
                raw(packet.rr().ms(i));
            }
        } else if (event instanceof SensorIdentity identity && source == BeatSource.UNKNOWN) {
            source = identity.source();
        }
    }

    /** Returns what an engine is told where a part is lost. */
    static SensorStatus silence(long timeNs) {
        return new SensorStatus(timeNs, SensorState.SILENT, LOSS);
    }

    private void raw(double ms) {
        if (ms > 0 && Double.isFinite(ms)) {
            if (rawCount == rawMs.length) {
                rawMs = Arrays.copyOf(rawMs, 2 * rawCount);
            }
            rawMs[rawCount++] = ms;
        }
    }
}
