package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.CorrectedHeartsPage.Errors;
import org.soothe.artifact.DisturbedHeart.Kind;
import org.soothe.testing.ValidationPage;

class CorrectedHeartsValidationTest {

    @ParameterizedTest(name = "paced {0}, seeds 0 to 299")
    @ValueSource(booleans = {false, true})
    void withMissedExtraAndEctopicBeatsRmssdIsWithin10PercentInAtLeast95Of100Phases(boolean paced) {
        Errors errors = CorrectedHeartsPage.errors(paced, Kind.MISSED, Kind.EXTRA, Kind.ECTOPIC);

        assertThat(CorrectedHeartsPage.nearPercent(errors.rawPercent))
                .as("without correction")
                .isZero();
        assertThat(CorrectedHeartsPage.nearPercent(errors.finalPercent))
                .as("final")
                .isGreaterThanOrEqualTo(95);
        assertThat(CorrectedHeartsPage.nearPercent(errors.livePercent))
                .as("live")
                .isGreaterThanOrEqualTo(95);
    }

    @ParameterizedTest(name = "paced {0}, seeds 0 to 299")
    @ValueSource(booleans = {false, true})
    void withMisplacedBeatsAmongThemItIsSoInAtLeast95Of100PhasesInTheFinalResultAnd75Live(boolean paced) {
        Errors errors = CorrectedHeartsPage.errors(paced, Kind.values());

        assertThat(CorrectedHeartsPage.nearPercent(errors.finalPercent))
                .as("final")
                .isGreaterThanOrEqualTo(95);
        assertThat(CorrectedHeartsPage.nearPercent(errors.livePercent))
                .as("live")
                .isGreaterThanOrEqualTo(75);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aDisturbedHeartBeatsAsLongAsTheTrueOne(int seed) {
        DisturbedHeart heart = new DisturbedHeart(seed, seed % 2 == 1, Kind.values());

        assertThat(Arrays.stream(heart.disturbedMs()).sum())
                .isCloseTo(Arrays.stream(heart.cleanMs()).sum(), within(1e-6));
        assertThat(heart.disturbedMs()).doesNotContain(0).isNotEqualTo(heart.cleanMs());
        assertThat(Arrays.stream(heart.disturbedMs()).min().orElseThrow()).isPositive();
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("corrected-hearts", new CorrectedHeartsPage().write());
    }
}
