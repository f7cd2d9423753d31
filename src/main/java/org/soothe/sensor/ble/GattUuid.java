package org.soothe.sensor.ble;

import java.util.UUID;

/** The services and characteristics of straps, as numbered by the Bluetooth SIG, and Polar's own. */
public final class GattUuid {

    /** Heart Rate Service. */
    public static final UUID HEART_RATE_SERVICE = assigned(0x180D);

    /** Heart Rate Measurement: notifications with heart rate and RR intervals. */
    public static final UUID HEART_RATE_MEASUREMENT = assigned(0x2A37);

    /** Body Sensor Location: one byte. */
    public static final UUID BODY_SENSOR_LOCATION = assigned(0x2A38);

    /** Battery Service. */
    public static final UUID BATTERY_SERVICE = assigned(0x180F);

    /** Battery Level: one byte of percent. */
    public static final UUID BATTERY_LEVEL = assigned(0x2A19);

    /** Device Information Service. */
    public static final UUID DEVICE_INFORMATION_SERVICE = assigned(0x180A);

    /** Model Number String. */
    public static final UUID MODEL_NUMBER = assigned(0x2A24);

    /** Firmware Revision String. */
    public static final UUID FIRMWARE_REVISION = assigned(0x2A26);

    /** Manufacturer Name String. */
    public static final UUID MANUFACTURER_NAME = assigned(0x2A29);

    /** Polar measurement data: service. */
    public static final UUID PMD_SERVICE = polar(0x80);

    /** Polar measurement data: control point, read, write, indicate. */
    public static final UUID PMD_CONTROL_POINT = polar(0x81);

    /** Polar measurement data: frames of samples, notify. */
    public static final UUID PMD_DATA = polar(0x82);

    private GattUuid() {}

    /** Returns the UUID of a 16-bit number that the Bluetooth SIG assigned. */
    public static UUID assigned(int number) {
        return new UUID((long) number << 32 | 0x0000_1000L, 0x8000_0080_5F9B_34FBL);
    }

    private static UUID polar(int number) {
        return new UUID((0xFB00_5C00L | number) << 32 | 0x02E7_F387L, 0x1CAD_8ACD_2D8D_F0C8L);
    }
}
