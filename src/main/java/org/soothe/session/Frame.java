package org.soothe.session;

import org.jspecify.annotations.Nullable;
import org.soothe.engine.Snapshot;
import org.soothe.event.Event;
import org.soothe.event.SensorStatus;

/**
 * What a sink gets: an event, and what the engine knows after it. Immutable.
 *
 * @param event the event, at the time at which the engine took it
 * @param snapshot what is known after it
 * @param status the newest status of a sensor, also this event's; null before the first
 */
public record Frame(
        Event event, Snapshot snapshot, @Nullable SensorStatus status) {}
