package org.soothe.sensor.ble;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device that a scan has seen. Immutable.
 *
 * @param address what finds it again, such as {@code A0:9E:1A:00:00:01}
 * @param name its name for people; its address where it says none
 * @param heartRate whether it offers the Heart Rate Service (0x180D)
 * @param nearby whether this scan has heard it; a system may also remember devices that are far away
 * @param connected whether this machine is connected to it already
 * @param rssiDbm signal strength, null where it is not known
 * @param batteryPercent charge of its battery, null where it is not known
 */
public record BleDevice(
        String address,
        String name,
        boolean heartRate,
        boolean nearby,
        boolean connected,
        @Nullable Integer rssiDbm,
        @Nullable Integer batteryPercent) {

    /** Returns what is left of it when the system has forgotten it. */
    public BleDevice gone() {
        return new BleDevice(address, name, heartRate, false, false, null, null);
    }

    /** Checks that nothing is missing; takes from the name what no terminal should get, and the address where none is left. */
    public BleDevice {
        Objects.requireNonNull(address, "address");
        String clean = name.replaceAll("\\p{Cntrl}+", " ").strip();
        name = clean.isEmpty() ? address : clean;
    }
}
