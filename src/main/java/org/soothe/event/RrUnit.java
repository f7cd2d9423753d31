package org.soothe.event;

/** Unit in which a sensor counts RR intervals. */
public enum RrUnit {
    /** Ticks of 1/1024 s, the unit of the Bluetooth Heart Rate Measurement. */
    TICKS_1024(1000.0 / 1024.0),
    /** Milliseconds. */
    MS(1.0);

    private final double msPerUnit;

    RrUnit(double msPerUnit) {
        this.msPerUnit = msPerUnit;
    }

    /** Returns a count of this unit in milliseconds; exact for ticks, because 1000/1024 is a binary fraction. */
    public double toMs(double value) {
        return value * msPerUnit;
    }
}
