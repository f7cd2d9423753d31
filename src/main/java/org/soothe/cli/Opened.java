package org.soothe.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.soothe.recording.RrRecording;
import org.soothe.recording.file.SessionInfo;
import org.soothe.response.ResponseMethod;

/**
 * A file that was read. Immutable.
 *
 * @param recording what is in it
 * @param info what it says of itself, if it is a session of ours; else null
 */
record Opened(RrRecording recording, @Nullable SessionInfo info) {

    /** Checks that there is a recording. */
    Opened {
        Objects.requireNonNull(recording, "recording");
    }

    /** Returns when it began; null where it does not say. */
    @Nullable
    Instant startedAt() {
        if (info == null || info.startedAt().isEmpty()) {
            return recording.startedAt();
        }
        try {
            return Instant.parse(info.startedAt());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the detector of the response that was in force; null where the file names none that this version has. */
    @Nullable
    ResponseMethod recordedMethod() {
        return info == null ? null : ResponseMethod.named(info.responseMethod());
    }

    /** Returns what the file names as detector although this version has none of that name; empty otherwise. */
    String unknownMethod() {
        return info == null || recordedMethod() != null ? "" : info.responseMethod();
    }
}
