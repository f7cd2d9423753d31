package org.soothe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.soothe.engine.Engine;
import org.soothe.engine.PhaseReports;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.SensorIdentity;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.RecordingState;
import org.soothe.recording.file.SessionInfo;
import org.soothe.recording.file.SessionInfo.CardLine;
import org.soothe.recording.file.SessionRecorder;
import org.soothe.recording.formats.export.ExportSession;
import org.soothe.recording.vault.SealedKey;
import org.soothe.time.NanoClock;

/** Writes what was imported as a session of ours, with where it came from. Stateless. */
final class ImportedSession {
    /** The section of the card that says where a session came from. */
    static final String SECTION = "import";

    private ImportedSession() {}

    /**
     * Writes a session; every event goes through an engine, whose snapshots are recorded as those of a live session are.
     *
     * @param session the events, and what was said about them
     * @param key how to seal it, null to leave it readable
     * @throws IOException if it cannot be written whole
     */
    static void write(RrRecording recording, ExportSession session, Path target, @Nullable SealedKey key)
            throws IOException {
        String startedAt =
                session.startedAt() == null ? "" : session.startedAt().toString();
        String pseudonym = session.subject().equals(ExportDetails.NOBODY) ? "" : session.subject();
        SessionInfo info = RecordOptions.info(startedAt, session.responseMethod(), pseudonym, provenance(recording));
        SessionRecorder recorder = SessionRecorder.start(target, info, key, NanoClock.system(), state -> {});
        Engine engine = new Engine(session.responseMethod());
        PhaseReports reports = new PhaseReports();
        for (Event event : events(recording, session)) {
            engine.update(event);
            Snapshot snapshot = engine.snapshot();
            recorder.taken(event, snapshot);
            reports.taken(event, snapshot);
        }
        RecordingState state = recorder.end("The import is over.", reports.reports());
        if (!(state instanceof RecordingState.Closed closed && closed.complete())) {
            // What is there of it is in the imported file, too, and would be in the way of the next attempt.
            Files.deleteIfExists(state.file());
            throw new IOException(target + " was not made: "
                    + (state instanceof RecordingState.Closed part ? part.reason() : "it was not closed in time"));
        }
    }

    /** A file that names no sensor is the sensor, so that the session knows what its beats were found in. */
    private static List<Event> events(RrRecording recording, ExportSession session) {
        List<Event> events = new ArrayList<>();
        if (session.events().stream().noneMatch(SensorIdentity.class::isInstance)) {
            events.add(new SensorIdentity(
                    session.events().get(0).timeNs(),
                    "file",
                    recording.format(),
                    "",
                    recording.source(),
                    recording.unit()));
        }
        events.addAll(session.events());
        return events;
    }

    private static List<CardLine> provenance(RrRecording recording) throws IOException {
        List<CardLine> lines = new ArrayList<>();
        lines.add(new CardLine(SECTION, "file", String.valueOf(recording.path().getFileName())));
        lines.add(new CardLine(SECTION, "sha256", sha256(recording.path())));
        ImportPreview.lines(recording).forEach((name, text) -> lines.add(new CardLine(SECTION, name, text)));
        int note = 1;
        for (String text : recording.notes()) {
            lines.add(new CardLine(SECTION, "note " + note++, text));
        }
        return lines;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
