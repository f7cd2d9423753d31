package org.soothe.recording.compare;

import java.io.IOException;
import java.util.List;
import org.soothe.engine.Engine;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.recording.file.Difference;
import org.soothe.recording.file.SnapshotComparison;
import org.soothe.response.ResponseMethod;

/**
 * One session through two engines in the same pass: as it was recorded, and with other settings. After each event both say
 * what they know, and every value is compared, bit for bit. Not thread-safe.
 */
public final class SideBySide {
    /** A counter of what an engine was told, not of what it found; a pacer that is set at the start is one event more. */
    private static final String EVENTS = "counters.eventCount";

    private final ChangedSettings settings;
    private final ResponseMethod recordedMethod;
    private final SnapshotComparison comparison = new SnapshotComparison();

    /** Hears of each tick. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Both engines have computed a tick.
         *
         * @param recorded what is said with the settings of the recording
         * @param other what is said with the changed ones
         * @param differences every value that differs; none if they are the same bit for bit
         */
        void tick(Snapshot recorded, Snapshot other, List<Difference> differences) throws IOException;
    }

    /**
     * Makes a comparison.
     *
     * @param settings what the second engine is told otherwise
     * @param recordedMethod the detector of the first, and of the second unless the settings name another
     */
    public SideBySide(ChangedSettings settings, ResponseMethod recordedMethod) {
        this.settings = settings;
        this.recordedMethod = recordedMethod;
    }

    /** Returns the detector of the second engine. */
    public ResponseMethod otherMethod() {
        return settings.method() == null ? recordedMethod : settings.method();
    }

    /** Returns whether the second engine would hear and do exactly the same as the first. */
    public boolean changesNothing(List<Event> events) {
        return otherMethod() == recordedMethod && settings.of(events).equals(events);
    }

    /** Runs all events through both engines. */
    public Agreement run(List<Event> events, Sink sink) throws IOException {
        Engine recorded = new Engine(recordedMethod);
        Engine other = new Engine(otherMethod());
        List<Event> changed = settings.of(events);
        int more = changed.size() - events.size();
        for (Event event : changed.subList(0, more)) {
            other.update(event);
        }
        Agreement agreement = new Agreement();
        long tickNs = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            recorded.update(events.get(i));
            other.update(changed.get(i + more));
            Snapshot one = recorded.snapshot();
            Snapshot two = other.snapshot();
            List<Difference> differences = differences(one, two);
            agreement.snapshot(differences);
            if (recorded.tickNs() != tickNs) {
                boolean computed = tickNs != Long.MIN_VALUE;
                tickNs = recorded.tickNs();
                if (computed) {
                    agreement.tick(one, two, differences);
                    sink.tick(one, two, differences);
                }
            }
        }
        return agreement;
    }

    private List<Difference> differences(Snapshot one, Snapshot two) {
        List<Difference> all = comparison.of(one, two);
        return !settings.addsEvent() || all.isEmpty()
                ? all
                : all.stream()
                        .filter(difference -> !difference.path().equals(EVENTS))
                        .toList();
    }
}
