package org.soothe.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.beat.PulseValidationPage.Result;
import org.soothe.testing.ValidationPage;

/** Beats of recorded pulse waves against an ECG and against what a wristband trusts, where the wave is called good. */
class PulseValidationTest {

    private static final double AIM_PERCENT = 98;

    @ParameterizedTest(name = "segments of {0} s")
    @ValueSource(doubles = {10, 60})
    void aFingerPulseCalledGoodHasTheBeatsOfTheEcg(double segmentS) {
        Result result = PulseValidationPage.finger(segmentS);

        assertAim(result);
        assertThat(result.goodPercent()).isGreaterThan(90);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"S06", "S07", "S24"})
    void aWristPulseCalledGoodHasTheBeatsTheWristbandTrusts(String subject) {
        assertAim(PulseValidationPage.wrist(subject, 10));
        assertAim(PulseValidationPage.wrist(subject, 60));
        assertThat(PulseValidationPage.wrist(subject, 10).goodPercent()).isGreaterThan(30);
    }

    private static void assertAim(Result result) {
        assertThat(result.match().matchedCount()).isGreaterThan(250);
        assertThat(result.match().sensitivityPercent()).isGreaterThanOrEqualTo(AIM_PERCENT);
        assertThat(result.match().predictivityPercent()).isGreaterThanOrEqualTo(AIM_PERCENT);
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("pulse-beats", new PulseValidationPage().write());
    }
}
