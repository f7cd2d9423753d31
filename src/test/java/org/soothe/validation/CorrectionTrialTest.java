package org.soothe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soothe.event.BreathingMode;
import org.soothe.sensor.simulated.AddOn;
import org.soothe.sensor.simulated.World;

class CorrectionTrialTest {
    private static final int SEEDS = 150;

    @ParameterizedTest(name = "{0}, seeds 0 to 149")
    @EnumSource(BreathingMode.class)
    void artifactsLeaveRmssdWithin10PercentOfTheSameBeatsUndisturbed(BreathingMode mode) {
        CorrectionErrors errors = new CorrectionErrors();
        double[] percent = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> CorrectionTrial.errorPercent(World.STANDARD, AddOn.ARTIFACTS_APART, mode, seed))
                .toArray();
        errors.put(AddOn.ARTIFACTS_APART, mode, percent);
        assertThat(errors.near(AddOn.ARTIFACTS_APART, mode).percent()).isGreaterThanOrEqualTo(95);
        assertThat(percent).doesNotContain(0.0);
    }
}
