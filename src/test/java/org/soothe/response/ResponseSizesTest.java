package org.soothe.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed form of the mean likelihood ratio over all sizes of a response. */
class ResponseSizesTest {
    private static final int STEPS = 400;
    private static final double SDS = 8;

    @ParameterizedTest
    @CsvSource({
        // what the beats say for (d) and how much they know (M): heart rate, cross, swing
        "0, 0, 0, 0, 0",
        "1.5, -2, 0.4, -0.8, 30",
        "-2, 6, 0.6, 1.2, 40",
        "4, -25, 1.1, -4, 120",
        "-2, 10, 3, 2, 60",
    })
    @DisplayName("is the integral over the normal law of sizes")
    void isTheIntegral(double dH, double dL, double mHh, double mHl, double mLl) {
        double soothing = integral(-3.5, 0.87, 0.3, 0.087, dH, dL, mHh, mHl, mLl);
        double other = integral(5.5, 1.44, 0, 0.05, dH, dL, mHh, mHl, mLl);
        double moderate = integral(5.5, 1.44, -0.475, 0.13, dH, dL, mHh, mHl, mLl);
        double small = integral(3, 0.58, -0.25, 0.058, dH, dL, mHh, mHl, mLl);

        assertThat(ResponseSizes.SOOTHING.ratio(dH, dL, mHh, mHl, mLl)).isCloseTo(soothing, within(1e-6 * soothing));
        assertThat(ResponseSizes.OTHER.ratio(dH, dL, mHh, mHl, mLl)).isCloseTo(other, within(1e-6 * other));
        double threat = 0.7 * moderate + 0.3 * small;
        assertThat(ResponseSizes.THREAT.ratio(dH, dL, mHh, mHl, mLl)).isCloseTo(threat, within(1e-6 * threat));
    }

    private static double integral(
            double meanH,
            double sdH,
            double meanL,
            double sdL,
            double dH,
            double dL,
            double mHh,
            double mHl,
            double mLl) {
        double step = 2 * SDS / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double a = -SDS + step * i;
            double h = meanH + sdH * a;
            for (int j = 0; j <= STEPS; j++) {
                double b = -SDS + step * j;
                double l = meanL + sdL * b;
                double ln = h * dH + l * dL - 0.5 * (h * h * mHh + 2 * h * l * mHl + l * l * mLl);
                sum += Math.exp(ln - 0.5 * (a * a + b * b));
            }
        }
        return sum * step * step / (2 * Math.PI);
    }
}
