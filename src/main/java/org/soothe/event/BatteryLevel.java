package org.soothe.event;

/**
 * What a sensor says about its battery. Immutable.
 *
 * @param timeNs when it arrived, on the session axis
 * @param levelPercent charge as the sensor says it; not judged here
 */
public record BatteryLevel(long timeNs, int levelPercent) implements Event {

    @Override
    public BatteryLevel at(long newNs) {
        return new BatteryLevel(newNs, levelPercent);
    }
}
