package org.soothe.recording.formats.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BeatSource;
import org.soothe.event.Event;
import org.soothe.response.ResponseMethod;

/**
 * One session to be exported. Immutable.
 *
 * @param subject pseudonym of the person: letters and digits, because folders and headers are made of it
 * @param startedAt wall-clock label of time 0 on the session's axis, null where nobody knows it
 * @param source what the beats were found in, until a {@link org.soothe.event.SensorIdentity} says otherwise
 * @param events the session as it arrived
 * @param responseMethod how the response is read
 * @param notes what a person should know about the recording, in sentences
 * @param version version of the program that exports
 * @param method the method card
 */
public record ExportSession(
        String subject,
        @Nullable Instant startedAt,
        BeatSource source,
        List<Event> events,
        ResponseMethod responseMethod,
        List<String> notes,
        String version,
        List<MethodLine> method) {

    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9]{1,32}");

    /** Checks the pseudonym and that there are events; throws IllegalArgumentException otherwise. */
    public ExportSession {
        if (!isPseudonym(subject)) {
            throw new IllegalArgumentException("subject must be 1 to 32 letters and digits, was \"" + subject + "\"");
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("events must not be empty");
        }
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(responseMethod, "responseMethod");
        Objects.requireNonNull(version, "version");
        events = List.copyOf(events);
        notes = List.copyOf(notes);
        method = List.copyOf(method);
    }

    /** Returns whether a text can be the pseudonym of a person: 1 to 32 letters and digits. */
    public static boolean isPseudonym(String text) {
        return PSEUDONYM.matcher(text).matches();
    }
}
