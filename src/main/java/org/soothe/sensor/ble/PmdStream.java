package org.soothe.sensor.ble;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of Polar measurement data that we can read. */
public enum PmdStream {
    /** Electrocardiogram: 130 samples per second. */
    ECG(0, "electrocardiogram", 130, 14, null),
    /** Acceleration: 50 samples per second are enough for the movement of a chest that breathes. */
    ACC(2, "acceleration", 50, 16, 4);

    private final int type;
    private final String words;
    private final int wishedRate;
    private final int wishedResolution;
    private final @Nullable Integer wishedRange;

    PmdStream(int type, String words, int wishedRate, int wishedResolution, @Nullable Integer wishedRange) {
        this.type = type;
        this.words = words;
        this.wishedRate = wishedRate;
        this.wishedResolution = wishedResolution;
        this.wishedRange = wishedRange;
    }

    /** Returns the number of the measurement type. */
    int type() {
        return type;
    }

    /** Returns the name for people. */
    String words() {
        return words;
    }

    /** Returns the settings to start with: what we wish where the strap offers it, else what comes nearest. */
    PmdSettings choose(PmdSettings offered) {
        PmdSettings chosen = PmdSettings.none()
                .with(PmdSettings.RATE, nearest(offered, PmdSettings.RATE, wishedRate))
                .with(PmdSettings.RESOLUTION, nearest(offered, PmdSettings.RESOLUTION, wishedResolution));
        return wishedRange == null
                ? chosen
                : chosen.with(PmdSettings.RANGE, nearest(offered, PmdSettings.RANGE, wishedRange));
    }

    private static int nearest(PmdSettings offered, int id, int wished) {
        List<Integer> values = offered.values(id);
        int best = values.isEmpty() ? wished : values.get(0);
        for (int value : values) {
            if (Math.abs(value - wished) < Math.abs(best - wished)) {
                best = value;
            }
        }
        return best;
    }
}
