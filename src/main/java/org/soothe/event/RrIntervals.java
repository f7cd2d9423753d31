package org.soothe.event;

import java.util.Arrays;

/**
 * RR intervals as a sensor sent them, oldest first, in its own unit. Immutable.
 *
 * <p>Any value may stand here, also one that no heart can have: the engine judges, and the raw value is kept.
 */
public final class RrIntervals {

    private static final RrIntervals NONE = new RrIntervals(RrUnit.MS);

    private final RrUnit unit;
    private final double[] values;

    private RrIntervals(RrUnit unit, double... values) {
        this.unit = unit;
        this.values = values;
    }

    /** Returns the empty list of intervals. */
    public static RrIntervals none() {
        return NONE;
    }

    /** Returns intervals given in milliseconds. */
    public static RrIntervals ofMs(double... rrMs) {
        return new RrIntervals(RrUnit.MS, rrMs.clone());
    }

    /** Returns intervals given in ticks of 1/1024 s. */
    public static RrIntervals ofTicks1024(int... rrTicks1024) {
        double[] values = new double[rrTicks1024.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rrTicks1024[i];
        }
        return new RrIntervals(RrUnit.TICKS_1024, values);
    }

    /** Returns the unit of {@link #raw}. */
    public RrUnit unit() {
        return unit;
    }

    /** Returns how many intervals there are. */
    public int size() {
        return values.length;
    }

    /** Returns interval {@code i} as sent, in {@link #unit}. */
    public double raw(int i) {
        return values[i];
    }

    /** Returns interval {@code i} in milliseconds. */
    public double ms(int i) {
        return unit.toMs(values[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RrIntervals that && unit == that.unit && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return unit + Arrays.toString(values);
    }
}
