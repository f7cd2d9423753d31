package org.soothe.sensor;

/** Looks for sensors of one kind. Methods may be called from any thread. */
public interface SensorSearch extends AutoCloseable {

    /** Hears what a search finds; may be called from the threads of several searches. */
    interface Listener {

        /** A sensor is there, or more is known about it; its address tells which one. */
        void found(FoundSensor sensor);

        /** A sensor that was found is gone. */
        void gone(String address);

        /** What keeps a search from finding anything, and what to do, in words for a person. */
        void problem(String text);
    }

    /**
     * Starts to look, without waiting for the first result, and goes on until it is closed.
     *
     * @throws IllegalStateException if it was started before
     */
    void start(Listener listener);

    /** Stops soon; closing twice does nothing. */
    @Override
    void close();
}
