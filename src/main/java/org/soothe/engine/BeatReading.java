package org.soothe.engine;

import java.util.Objects;
import org.soothe.hrv.Measure;

/**
 * The newest beat: its provisional values at once, and the newest beat that is decided. Immutable.
 *
 * @param provisionalRrMs the newest interval, if a heart can make it; a later verdict may take it back
 * @param provisionalHeartRateBpm heart rate of that interval alone
 * @param sensorHeartRateBpm what the sensor itself last said
 * @param decided the newest decided beat
 */
public record BeatReading(
        Measure provisionalRrMs, Measure provisionalHeartRateBpm, Measure sensorHeartRateBpm, DecidedBeat decided) {

    /** Checks that nothing is missing. */
    public BeatReading {
        Objects.requireNonNull(provisionalRrMs, "provisionalRrMs");
        Objects.requireNonNull(provisionalHeartRateBpm, "provisionalHeartRateBpm");
        Objects.requireNonNull(sensorHeartRateBpm, "sensorHeartRateBpm");
        Objects.requireNonNull(decided, "decided");
    }
}
