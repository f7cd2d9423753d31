package org.soothe.recording.formats.export;

import org.soothe.event.BeatSource;
import org.soothe.event.SensorContact;

/**
 * One interval as it arrived, or one beat that was found in a wave. Immutable.
 *
 * @param eventCount index from 0 of the event it arrived in
 * @param arrivalNs when it arrived
 * @param rrMs the interval as received
 * @param contact what the sensor said about skin contact
 * @param sensorBpm what the sensor itself took for the heart rate
 * @param source what the beat was found in
 * @param beatCount index from 0 of the beat on the session's axis that ends the interval, {@link #UNPLACED} if it has none
 */
record RawRow(
        int eventCount,
        long arrivalNs,
        double rrMs,
        SensorContact contact,
        double sensorBpm,
        BeatSource source,
        int beatCount) {

    /** The interval has no place in time: too long for one, sent twice, or more of them than time had passed. */
    static final int UNPLACED = -1;

    boolean isPlaced() {
        return beatCount != UNPLACED;
    }
}
