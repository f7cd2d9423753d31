package org.soothe.recording.file;

import java.util.List;
import org.soothe.engine.PhaseReport;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.Marker;
import org.soothe.event.Waveform;

/** What the session loop hands to the writer thread. */
sealed interface Item {

    /** Returns about how much memory it takes while it waits. */
    default int byteCount() {
        return 0;
    }

    /** An event. Immutable. */
    record Heard(Event event) implements Item {
        private static final int EVENT_BYTES = 250;

        @Override
        public int byteCount() {
            if (event instanceof Waveform wave) {
                return EVENT_BYTES + Integer.BYTES * wave.samples().size();
            }
            return event instanceof Marker marker
                    ? EVENT_BYTES + 2 * marker.text().length()
                    : EVENT_BYTES;
        }
    }

    /** A snapshot. Immutable. */
    record Said(Snapshot snapshot) implements Item {
        private static final int SNAPSHOT_BYTES = 2500;

        @Override
        public int byteCount() {
            return SNAPSHOT_BYTES;
        }
    }

    /** Events that found no room. Immutable. */
    record Lost(long eventCount) implements Item {}

    /** The session is over. Immutable. */
    record End(String reason, List<PhaseReport> reports) implements Item {}
}
