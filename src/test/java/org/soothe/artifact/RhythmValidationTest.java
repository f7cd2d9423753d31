package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.RhythmValidationPage.Onset;
import org.soothe.testing.ValidationPage;

class RhythmValidationTest {

    @ParameterizedTest(name = "coefficient of variation {0}, seeds 0 to 99")
    @ValueSource(doubles = {0.10, 0.12, 0.15, 0.20, 0.25, 0.30})
    void atrialFibrillationIsSeenInAtLeast95PercentOfWindowsAndTicks(double variation) {
        RhythmCounts counts = RhythmValidationPage.fibrillation(variation);

        assertThat(counts.windowCount()).isEqualTo(RhythmValidationPage.SEEDS);
        assertThat(counts.irregularWindowsPercent()).as("windows").isGreaterThanOrEqualTo(95);
        assertThat(counts.unreadableTicksPercent()).as("live ticks").isGreaterThanOrEqualTo(95);
        assertThat(counts.medianFirstS()).as("seconds to the first flag").isLessThanOrEqualTo(35);
    }

    @ParameterizedTest(name = "coefficient of variation {0}, seeds 0 to 99")
    @ValueSource(doubles = {0.10, 0.20, 0.30})
    void anEpisodeIsSeenWithinAMinuteAndForgottenAMinuteAfter(double variation) {
        Onset onset = RhythmValidationPage.onset(variation);

        assertThat(onset.seenPercent()).isGreaterThanOrEqualTo(95);
        assertThat(onset.fullWindowsPercent()).isGreaterThanOrEqualTo(95);
        assertThat(onset.halfWindowsPercent()).isGreaterThanOrEqualTo(90);
        assertThat(onset.longestDelayS()).isLessThanOrEqualTo(60);
        assertThat(onset.beforePercent()).isLessThanOrEqualTo(1);
        assertThat(onset.afterPercent()).isLessThanOrEqualTo(1);
    }

    @Test
    void aRegularRhythmIsCalledUnreadableInAtMost2PercentOfWindowsAndTicks() {
        RhythmValidationPage.regular().forEach((name, counts) -> {
            assertThat(counts.windowCount()).as(name).isPositive();
            assertThat(counts.tickCount()).as(name).isGreaterThan(40);
            assertThat(counts.unreadableWindowsPercent())
                    .as("windows of %s", name)
                    .isLessThanOrEqualTo(2);
            assertThat(counts.unreadableTicksPercent())
                    .as("live ticks of %s", name)
                    .isLessThanOrEqualTo(2);
        });
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("rhythm", new RhythmValidationPage().write());
    }
}
