package org.soothe.validation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.soothe.event.BreathingMode;
import org.soothe.sensor.simulated.AddOn;

/** Errors of RMSSD after the correction of artifacts, by spacing of the artifacts and way of breathing. Filled once. */
final class CorrectionErrors {
    private static final double NEAR_PERCENT = 10;

    private final Map<AddOn, Map<BreathingMode, double[]>> errorsPercent = new EnumMap<>(AddOn.class);

    void put(AddOn artifacts, BreathingMode mode, double[] percent) {
        errorsPercent
                .computeIfAbsent(artifacts, key -> new EnumMap<>(BreathingMode.class))
                .put(mode, percent.clone());
    }

    /** Returns the share of phases within 10 % of the truth; a phase without RMSSD is not. */
    Share near(AddOn artifacts, BreathingMode mode) {
        double[] percent = Named.of(Named.of(errorsPercent, artifacts), mode);
        long near = Arrays.stream(percent)
                .filter(error -> Math.abs(error) <= NEAR_PERCENT)
                .count();
        return new Share((int) near, percent.length);
    }
}
