package org.soothe.cli;

import java.util.List;
import org.soothe.sensor.Sensor;
import org.soothe.sensor.SensorSearch;
import org.soothe.sensor.ble.BleSearch;
import org.soothe.sensor.ble.BleSensor;
import org.soothe.sensor.ble.BleTarget;
import org.soothe.sensor.ble.BleTiming;
import org.soothe.time.SessionClock;

/** Chest straps over Bluetooth by name: {@code ble:H10}, {@code ble:A0:9E:1A:00:00:01}, {@code ble:any}. */
final class BleKind implements SensorKind {

    static final String PREFIX = "ble";

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> usage() {
        return List.of(PREFIX + ":NAME, " + PREFIX + ":ADDRESS or " + PREFIX
                + ":any, a chest strap over Bluetooth; a part of its name is enough, and any is the nearest one");
    }

    @Override
    public Sensor sensor(String name, SensorOptions options, SessionClock clock) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Which strap? Such as " + PREFIX
                    + ":H10, or its address as `soothe sensors` lists it; " + PREFIX + ":any takes the nearest.");
        }
        return new BleSensor(
                options.bleOpener(), BleTarget.of(name), options.strapWaves(), clock, BleTiming.standard());
    }

    @Override
    public SensorSearch search(SensorOptions options) {
        return new BleSearch(options.bleOpener(), BleTiming.standard());
    }
}
