package org.soothe.recording.formats.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.soothe.event.Event;
import org.soothe.event.PhaseStart;

/**
 * One phase with its end: the start of the next, or the last event of the session. Immutable.
 *
 * @param numberCount its number, from 1
 * @param start how it began
 * @param endNs when it ended
 */
record PhaseSpan(int numberCount, PhaseStart start, long endNs) {

    /** Returns the phases of a session, in order. */
    static List<PhaseSpan> of(List<Event> events) {
        List<PhaseSpan> spans = new ArrayList<>();
        long lastNs = events.get(events.size() - 1).timeNs();
        PhaseStart open = null;
        for (Event event : events) {
            if (event instanceof PhaseStart start) {
                if (open != null) {
                    spans.add(new PhaseSpan(spans.size() + 1, open, start.timeNs()));
                }
                open = start;
            }
        }
        if (open != null) {
            spans.add(new PhaseSpan(spans.size() + 1, open, Math.max(lastNs, open.timeNs())));
        }
        return spans;
    }

    /** Returns a name for files, such as {@code 02_COMPASSION_SELF}. */
    String label() {
        return String.format(Locale.ROOT, "%02d_%s", numberCount, start.phase());
    }

    /** Returns whether a time lies in this phase: after its start, or at its end. */
    boolean holds(long timeNs) {
        return timeNs > start.timeNs() && timeNs <= endNs;
    }
}
