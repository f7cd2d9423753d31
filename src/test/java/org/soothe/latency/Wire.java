package org.soothe.latency;

import org.soothe.sensor.Sensor;
import org.soothe.time.SessionClock;

/** One way from a device to a program, with both ends in this process; used by one measurement. */
public interface Wire extends AutoCloseable {

    /** Returns what the wire is, in a few words. */
    String name();

    /** Returns the sensor that listens at this end. */
    Sensor sensor(SessionClock clock);

    /** The sensor is open: makes the device ready to send packets. */
    void begin() throws Exception;

    /** Makes the next packet ready, before its time is taken; a wire that has nothing to do for it leaves this out. */
    default void prepare() throws Exception {}

    /** Sends the next packet of one interval from the device. */
    void send() throws Exception;

    /** Listens at this end with as little as possible, in place of a sensor; calls back for each packet that has come. */
    AutoCloseable echo(Runnable arrived) throws Exception;

    @Override
    void close();
}
