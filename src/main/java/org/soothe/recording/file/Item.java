package org.soothe.recording.file;

import java.util.List;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;

/** What the session loop hands to the writer thread. */
sealed interface Item {

    /** An event. Immutable. */
    record Heard(Event event) implements Item {}

    /** A snapshot. Immutable. */
    record Said(Snapshot snapshot) implements Item {}

    /** Events that found no room. Immutable. */
    record Lost(long eventCount) implements Item {}

    /** The session is over. Immutable. */
    record End(String reason, List<PhaseReport> reports) implements Item {}
}
