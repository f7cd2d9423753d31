package org.soothe.recording.file;

import org.soothe.event.Event;

/** What a session file holds, one after the other. */
public sealed interface LogEntry {

    /**
     * An event, as it arrived. Immutable.
     *
     * @param event the event
     */
    record Heard(Event event) implements LogEntry {}

    /**
     * What the engine said after the event before.
     *
     * @param snapshot the snapshot; it is another at the next entry
     */
    record Said(RecordedSnapshot snapshot) implements LogEntry {}

    /**
     * The report of a phase, computed at the end of the session.
     *
     * @param report its values
     */
    record Reported(RecordedSnapshot report) implements LogEntry {}

    /**
     * Events are lost here. Immutable.
     *
     * @param atByteCount where in the file
     * @param message what is lost and why, as a sentence
     */
    record Lost(long atByteCount, String message) implements LogEntry {}

    /**
     * Something was skipped that this program does not know. Immutable.
     *
     * @param atByteCount where in the file
     * @param message what, as a sentence
     */
    record Skipped(long atByteCount, String message) implements LogEntry {}

    /**
     * The session ended as it should. Immutable.
     *
     * @param reason why it ended
     */
    record Ended(String reason) implements LogEntry {}

    /**
     * The file ends here without the session having ended. Immutable.
     *
     * @param tornByteCount bytes of a last block that was not written whole
     */
    record EndedEarly(long tornByteCount) implements LogEntry {}
}
