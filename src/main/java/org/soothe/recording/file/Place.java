package org.soothe.recording.file;

import java.util.ArrayList;
import java.util.List;
import org.soothe.event.BreathingMode;
import org.soothe.event.Phase;
import org.soothe.event.PhaseStart;

/**
 * A place in a session file from which reading can begin. Immutable.
 *
 * @param timeNs time of the last event before it
 * @param eventCount events before it
 * @param atByteCount where the next block begins
 * @param sequenceCount number of the next block
 * @param checkpointAtByteCount where the engine's state at this place lies; -1 if it was not kept
 * @param phases all phases that began before it
 */
record Place(
        long timeNs,
        long eventCount,
        long atByteCount,
        long sequenceCount,
        long checkpointAtByteCount,
        List<PhaseStart> phases) {

    Place {
        phases = List.copyOf(phases);
    }

    /** Where the place before this one is said; -1 for the first. */
    static long previous(Pairs pairs) {
        return pairs.number("previous", -1);
    }

    static Pairs pairs(long previousAt, long timeNs, long events, long checkpointAt, List<PhaseStart> phases) {
        List<List<Object>> starts = new ArrayList<>();
        for (PhaseStart start : phases) {
            starts.add(List.of(
                    start.timeNs(), start.phase().name(), start.breathing().name()));
        }
        return new Pairs()
                .with("previous", previousAt)
                .with("timeNs", timeNs)
                .with("events", events)
                .with("checkpointAt", checkpointAt)
                .with("phases", starts);
    }

    static Place of(Pairs pairs, Found.Block block) {
        return new Place(
                pairs.number("timeNs", 0),
                pairs.number("events", 0),
                block.nextByteCount(),
                block.sequenceCount() + 1,
                pairs.number("checkpointAt", -1),
                starts(pairs.list("phases")));
    }

    private static List<PhaseStart> starts(List<?> lists) {
        List<PhaseStart> starts = new ArrayList<>();
        for (Object list : lists) {
            if (list instanceof List<?> start && start.size() >= 3 && start.get(0) instanceof Long timeNs) {
                add(starts, timeNs, start.get(1).toString(), start.get(2).toString());
            }
        }
        return starts;
    }

    /** A phase of a newer version cannot be sought by name; the events tell it all the same. */
    private static void add(List<PhaseStart> starts, long timeNs, String phaseName, String breathingName) {
        for (Phase phase : Phase.values()) {
            for (BreathingMode breathing : BreathingMode.values()) {
                if (phase.name().equals(phaseName) && breathing.name().equals(breathingName)) {
                    starts.add(new PhaseStart(timeNs, phase, breathing));
                }
            }
        }
    }
}
