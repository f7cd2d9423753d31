package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Golden case G9 of the physiology basis, and the edges of the formula. */
class StandardisedChangeGoldenTest {

    /** One unit of the last printed digit. */
    private static final double FOUR_DECIMALS = 1e-4;

    @Test
    void g9HeartRateAtTwoMinutes() {
        FeatureReference heartRate = reference(FeatureLaw.HEART_RATE, 68, 0.8);
        assertThat(heartRate.sd(120)).isCloseTo(2.2140, within(FOUR_DECIMALS));
        assertThat(heartRate.z(72, 120)).isCloseTo(1.8066, within(FOUR_DECIMALS));
    }

    @Test
    void g9VagalMeasuresAtTwoMinutesAloneAndTogether() {
        FeatureReference lnRmssd = reference(FeatureLaw.LN_RMSSD, 3.50, 0.08);
        FeatureReference lnRsa = reference(FeatureLaw.LN_RSA, 4.00, 0.10);
        assertThat(lnRmssd.sd(120)).isCloseTo(0.1804, within(FOUR_DECIMALS));
        assertThat(lnRmssd.z(3.20, 120)).isCloseTo(-1.6626, within(FOUR_DECIMALS));
        assertThat(lnRsa.sd(120)).isCloseTo(0.2292, within(FOUR_DECIMALS));
        assertThat(lnRsa.z(3.60, 120)).isCloseTo(-1.7451, within(FOUR_DECIMALS));
        assertThat(Reference.combine(lnRmssd.z(3.20, 120), lnRsa.z(3.60, 120)))
                .isCloseTo(-1.7481, within(FOUR_DECIMALS));
    }

    @Test
    void aChangeIsHeldWithinFour() {
        FeatureReference heartRate = reference(FeatureLaw.HEART_RATE, 68, 0.8);
        assertThat(heartRate.z(200, 0)).isEqualTo(4);
        assertThat(heartRate.z(30, 0)).isEqualTo(-4);
        assertThat(heartRate.z(Double.NaN, 0)).isNaN();
    }

    @Test
    void aReferenceIsMedianAndScaledMedianDeviationOfItsWindows() {
        FeatureReference heartRate = new FeatureReference(FeatureLaw.HEART_RATE);
        heartRate.read(new double[] {70, 60, 64, 100, 62}, 5, new double[5]);
        assertThat(heartRate.median()).isEqualTo(64);
        assertThat(heartRate.sd(0)).isEqualTo(FeatureLaw.HEART_RATE.sd(1.4826 * 4, 0));
    }

    private static FeatureReference reference(FeatureLaw law, double median, double observedSd) {
        FeatureReference reference = new FeatureReference(law);
        reference.set(median, observedSd);
        return reference;
    }
}
