package org.soothe.recording.file;

import org.soothe.engine.Engine;
import org.soothe.event.Event;
import org.soothe.event.Waveform;

/** After which events a snapshot, and a place to begin reading at, belong into the file. Owned by the session loop. */
final class SnapshotRule {

    /** Time between two places from which reading can begin. */
    static final long PLACE_NS = 300_000_000_000L;

    private long tickNs = Long.MIN_VALUE;
    private long placeNs = Long.MIN_VALUE;

    /** After every event that is no wave, and after a wave that let a tick pass. */
    boolean wants(Event event, Engine engine) {
        boolean ticked = engine.tickNs() != tickNs;
        tickNs = engine.tickNs();
        return ticked || !(event instanceof Waveform);
    }

    boolean wantsPlace(Event event) {
        long timeNs = event.timeNs();
        if (placeNs == Long.MIN_VALUE) {
            placeNs = timeNs;
        }
        boolean due = timeNs - placeNs >= PLACE_NS || timeNs < placeNs;
        if (due) {
            placeNs = timeNs;
        }
        return due;
    }
}
