package org.soothe.event;

import java.util.Arrays;

/** Samples of a waveform, oldest first, in the unit of its kind. Immutable. */
public final class Samples {

    private final int[] values;

    private Samples(int[] values) {
        this.values = values;
    }

    /** Returns a copy of the given samples. */
    public static Samples of(int... values) {
        return new Samples(values.clone());
    }

    /** Returns how many samples there are. */
    public int size() {
        return values.length;
    }

    /** Returns sample {@code i}. */
    public int get(int i) {
        return values[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
