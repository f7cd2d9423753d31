package org.soothe.cli;

import java.util.ArrayList;
import java.util.List;
import org.soothe.sensor.Sensor;
import org.soothe.time.SessionClock;

/** All kinds of sensors, and how one is found by its name on the command line. Stateless. */
final class SensorKinds {
    private SensorKinds() {}

    /** Returns all kinds. A new kind is one more line here. */
    static List<SensorKind> all() {
        return List.of(new BleKind(), new SerialKind(), new SimulatedKind());
    }

    /**
     * Makes the sensor of a name such as {@code simulated:neutral}.
     *
     * @throws IllegalArgumentException if there can be no such sensor; the message says what was wrong and what to do
     */
    static Sensor sensor(String name, SensorOptions options, SessionClock clock) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? name : name.substring(0, colon);
        for (SensorKind kind : all()) {
            if (kind.prefix().equals(prefix)) {
                if (!options.strapWaves().isEmpty() && !prefix.equals(BleKind.PREFIX)) {
                    throw new IllegalArgumentException("--strap-waves asks a strap over Bluetooth for its waves, and \""
                            + name + "\" is none. Leave the option out, or name a strap, such as ble:H10.");
                }
                return kind.sensor(colon < 0 ? "" : name.substring(colon + 1), options, clock);
            }
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" names no kind of sensor. There are:\n  " + String.join("\n  ", usage()));
    }

    /** Returns whether a name is that of a simulated person. */
    static boolean isSimulated(String name) {
        return name.equals(SimulatedKind.PREFIX) || name.startsWith(SimulatedKind.PREFIX + ':');
    }

    /** Returns how sensors are named on the command line. */
    static List<String> usage() {
        List<String> lines = new ArrayList<>();
        for (SensorKind kind : all()) {
            lines.addAll(kind.usage());
        }
        return lines;
    }
}
