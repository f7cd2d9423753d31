package org.soothe.recording.file;

import java.nio.file.Path;

/** Whether a session is being recorded, and how far. */
public sealed interface RecordingState {

    /** Returns the file. */
    Path file();

    /** Returns how many events are on the medium: a killed process or a power failure leaves them. */
    long committedEventCount();

    /**
     * Everything goes well. Immutable.
     *
     * @param file the file
     * @param committedEventCount events on the medium
     * @param committedNs time of the last of them
     * @param committedByteCount length of the file
     */
    record Recording(Path file, long committedEventCount, long committedNs, long committedByteCount)
            implements RecordingState {}

    /**
     * Nothing is being recorded now; it is tried again every second. Immutable.
     *
     * @param file the file
     * @param committedEventCount events on the medium
     * @param reason why, in words for a person
     * @param waitingCount records that wait in memory and will follow
     * @param lostCount events that are lost, because more waited than there is room for
     */
    record NotRecording(Path file, long committedEventCount, String reason, long waitingCount, long lostCount)
            implements RecordingState {}

    /**
     * The file was removed or moved while it was recorded, and was made again, whole. Recording goes on. Immutable.
     *
     * @param file the file from now on
     * @param committedEventCount events on the medium
     * @param reason what happened, in words for a person
     */
    record MadeAgain(Path file, long committedEventCount, String reason) implements RecordingState {}

    /**
     * The file is closed. Immutable.
     *
     * @param file the file
     * @param committedEventCount events on the medium
     * @param complete whether everything was written and the file says that it ended as it should
     * @param reason why not, in words for a person; empty if complete
     */
    record Closed(Path file, long committedEventCount, boolean complete, String reason) implements RecordingState {}
}
