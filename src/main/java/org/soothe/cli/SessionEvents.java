package org.soothe.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.soothe.event.Event;
import org.soothe.recording.RrRecording;

/** A recording and what people marked in it, in order of time. Stateless. */
final class SessionEvents {
    private SessionEvents() {}

    /** Returns all events; of those at the same time the marks come first. */
    static List<Event> with(RrRecording recording, List<Event> marks) {
        List<Event> events = new ArrayList<>(recording.events().size() + marks.size());
        events.addAll(marks);
        events.addAll(recording.events());
        if (!marks.isEmpty()) {
            events.sort(Comparator.comparingLong(Event::timeNs));
        }
        return events;
    }
}
