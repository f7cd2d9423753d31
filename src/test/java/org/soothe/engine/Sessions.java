package org.soothe.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.soothe.event.Event;
import org.soothe.sensor.simulated.SimulatedScript;
import org.soothe.sensor.simulated.SimulatedSession;
import org.soothe.sensor.simulated.World;

/** Simulated sessions with events of a test added, tick by tick through an engine. */
final class Sessions {

    static final long SECOND_NS = 1_000_000_000L;

    private Sessions() {}

    static List<Event> events(SimulatedScript script, long seed, Event... added) {
        List<Event> events = new ArrayList<>(SimulatedSession.events(World.STANDARD, script, seed));
        events.addAll(List.of(added));
        events.sort(Comparator.comparingLong(Event::timeNs));
        return events;
    }

    /** Feeds all events and shows the snapshot of each tick. */
    static Engine run(List<Event> events, Consumer<Snapshot> tick) {
        return run(new Engine(), events, tick);
    }

    /** Feeds all events to an engine and shows the snapshot of each tick. */
    static Engine run(Engine engine, List<Event> events, Consumer<Snapshot> tick) {
        long tickNs = Long.MIN_VALUE;
        for (Event event : events) {
            engine.update(event);
            if (engine.tickNs() > tickNs) {
                tickNs = engine.tickNs();
                tick.accept(engine.snapshot());
            }
        }
        return engine;
    }
}
