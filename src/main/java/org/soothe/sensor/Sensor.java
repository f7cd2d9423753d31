package org.soothe.sensor;

/**
 * Where events of a body come from: a strap, a pulse sensor, a page, a simulated person.
 *
 * <p>Once open, it puts immutable events into the queue it was given, in the order of their times, beginning with a {@link
 * org.soothe.event.SensorStatus}. Every change of its state is such an event. Methods may be called from any thread.
 */
public interface Sensor extends AutoCloseable {

    /** Says what it is. */
    SensorDescription describe();

    /**
     * Starts to deliver events, without waiting for the first one.
     *
     * @throws IllegalStateException if it was opened before
     */
    void open(EventQueue queue);

    /** Stops soon; closing twice does nothing. */
    @Override
    void close();
}
