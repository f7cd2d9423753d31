package org.soothe.cli;

import java.util.List;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorSearch;
import org.soothe.time.SessionClock;

/** One way in which a sensor is reached, such as {@code simulated}; what stands before the colon of a sensor's name. */
interface SensorKind {

    /** Returns the word before the colon. */
    String prefix();

    /** Returns how a sensor of this kind is named on the command line, such as {@code ble:NAME}, with a word on each. */
    List<String> usage();

    /**
     * Makes the sensor of a name.
     *
     * @param name what stands behind the colon; empty if nothing does
     * @param options what else was said on the command line
     * @param clock the session's clock
     * @throws IllegalArgumentException if there can be no such sensor; the message says what was wrong and what to do
     */
    Sensor sensor(String name, SensorOptions options, SessionClock clock);

    /** Makes a search for all sensors of this kind. */
    SensorSearch search(SensorOptions options);
}
