package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.soothe.testing.ValidationPage;

/** Breathing read from an ECG against a belt, and from the acceleration of a simulated chest. */
class RespirationValidationTest {

    @Test
    void theSizeOfComplexesShowsTheBreathsOfABelt() {
        RespirationValidationPage.Rates rest = RespirationValidationPage.ecgAgainstBelt("bio_resting_5min", 300);

        assertThat(rest.knownPercent()).isGreaterThan(80);
        assertThat(rest.medianErrorPerMin()).isLessThan(2);
    }

    @Test
    void aTiltingChestShowsItsBreathsAlsoSlowOnes() {
        List<RespirationValidationPage.Rates> simulated =
                RespirationValidationPage.all().subList(2, 6);

        assertThat(simulated).allSatisfy(rates -> {
            assertThat(rates.knownPercent()).as(rates.name()).isGreaterThan(95);
            assertThat(rates.withinPercent(1)).as(rates.name()).isGreaterThan(95);
        });
    }

    @Test
    void thePageSaysWhatTheCodeGives() {
        ValidationPage.says("respiration", new RespirationValidationPage().write());
    }
}
