package org.soothe.event;

/** What a waveform is a measurement of, and the unit of its samples. */
public enum WaveformKind {
    /** Electrocardiogram in microvolts. */
    ECG_MICROVOLT,
    /** Acceleration along the sensor's x axis in thousandths of standard gravity. */
    ACCELERATION_X_MILLI_G,
    /** Acceleration along the sensor's y axis in thousandths of standard gravity. */
    ACCELERATION_Y_MILLI_G,
    /** Acceleration along the sensor's z axis in thousandths of standard gravity. */
    ACCELERATION_Z_MILLI_G,
    /** Pulse wave in the counts of the sensor's converter. */
    PULSE_COUNT
}
