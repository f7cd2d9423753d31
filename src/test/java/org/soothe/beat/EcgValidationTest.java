package org.soothe.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.testing.BeatMatch;
import org.soothe.testing.ReferenceRecordings;
import org.soothe.testing.ValidationPage;

/** Beats of recorded ECGs against those that experts and other software found in them. */
class EcgValidationTest {

    private static final double AIM_PERCENT = 99.5;
    private static final double AIM_MS = 4;

    @Test
    void theBeatsOfTheExpertsAreFound() {
        BeatMatch all = EcgValidationPage.disturbed("nothing");

        double[] expertsS = ReferenceRecordings.expertBeatsS("NAV");
        assertThat(expertsS).hasSize(2273);
        assertThat(all.missedS()).containsExactly(expertsS[2272]);
        assertThat(all.sensitivityPercent()).isGreaterThanOrEqualTo(AIM_PERCENT);
        assertThat(all.predictivityPercent()).isGreaterThanOrEqualTo(AIM_PERCENT);
    }

    @ParameterizedTest(name = "{0} samples a second")
    @ValueSource(doubles = {100, 130, 250, 360, 500, 1000})
    void normalBeatsAreWhereTheExpertsSawThem(double rateHz) {
        BeatMatch normal = EcgValidationPage.normal(rateHz);

        assertThat(normal.sensitivityPercent()).isGreaterThanOrEqualTo(AIM_PERCENT);
        assertThat(normal.timingSdMs()).isLessThanOrEqualTo(AIM_MS);
    }

    @Test
    void disturbancesHideNoBeats() {
        EcgValidationPage.disturbances().keySet().forEach(name -> {
            BeatMatch all = EcgValidationPage.disturbed(name);

            assertThat(all.sensitivityPercent()).as(name).isGreaterThanOrEqualTo(AIM_PERCENT);
            assertThat(all.predictivityPercent()).as(name).isGreaterThanOrEqualTo(AIM_PERCENT);
        });
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("ecg-beats", new EcgValidationPage().write());
    }
}
