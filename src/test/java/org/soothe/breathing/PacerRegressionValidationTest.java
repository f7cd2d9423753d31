package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.PacerSetting;

/** The regression on the pacer against the golden case G7 of the physiology basis and against Commons Math. */
class PacerRegressionValidationTest {

    private static final Offset<Double> NINE_DIGITS = within(1e-9);

    private static double clean(double t) {
        return 1000 + 60 * StrictMath.cos(2 * StrictMath.PI * 0.1 * t - 0.5);
    }

    @Test
    void aPureCosineAtThePaceIsFoundExactly() {
        PacedReading reading = overOneMinute(PacerRegressionValidationTest::clean);
        assertThat(reading.rsaAmplitudeMs()).isCloseTo(60, NINE_DIGITS);
        assertThat(reading.lagRadians()).isCloseTo(0.5, NINE_DIGITS);
        assertThat(reading.r2Ratio()).isCloseTo(1, NINE_DIGITS);
        assertThat(reading.lnRsa()).isCloseTo(StrictMath.log(60), NINE_DIGITS);
        assertThat(reading.rsaPowerMs2()).isCloseTo(1800, within(1e-6));
        assertThat(reading.adherence()).isEqualTo(Adherence.FOLLOWING);
    }

    @Test
    void anotherRhythmAndATrendTakeTheShareThatG7Says() {
        PacedReading reading =
                overOneMinute(t -> clean(t) + 20 * StrictMath.cos(2 * StrictMath.PI * 0.25 * t) + 0.5 * (t - 30));
        assertThat(reading.rsaAmplitudeMs()).isCloseTo(60.019127, within(6e-5));
        assertThat(reading.lagRadians()).isCloseTo(0.501811, within(1e-6));
        assertThat(reading.r2Ratio()).isCloseTo(0.900097, within(1e-6));
    }

    @Test
    void aSlowTrendOfSecondOrderIsNotTakenForBreathing() {
        PacedReading reading = overOneMinute(t -> clean(t) + 3 * (t - 20) - 0.05 * t * t);
        assertThat(reading.rsaAmplitudeMs()).isCloseTo(60, NINE_DIGITS);
        assertThat(reading.r2Ratio()).isCloseTo(1, NINE_DIGITS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomBeatsGiveWhatCommonsMathFits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double rate = 4 + 6 * random.nextDouble();
        double amplitude = 100 * random.nextDouble();
        double noise = 30 * random.nextDouble();
        ListedNn nn = ListedNn.stepped(
                0,
                60,
                t -> 600
                        + 600 * random.nextDouble() * 0.1
                        + amplitude * StrictMath.sin(2 * StrictMath.PI * rate / 60 * t)
                        + noise * (random.nextDouble() - 0.5)
                        + t);
        PacerTrack track = new PacerTrack(4);
        track.accept(PacerSetting.steady(0, rate, 0.45));
        PacedReading reading = new PacedReading(300);
        reading.read(nn, track, 0, 60_000_000_000L);

        double[] expected = commonsMath(nn, rate);

        assertThat(reading.rsaAmplitudeMs()).isCloseTo(expected[0], within(1e-8));
        assertThat(reading.r2Ratio()).isCloseTo(expected[1], NINE_DIGITS);
        assertThat(reading.lagRadians()).isCloseTo(expected[2], within(1e-7));
    }

    /** The fit written out over a design matrix, as in 3.3: amplitude, R2, lag. */
    private static double[] commonsMath(ListedNn nn, double ratePerMin) {
        int n = 0;
        while (n < nn.size() && nn.timeNs(n) <= 60_000_000_000L) {
            n++;
        }
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += nn.timeNs(i) / 1e9 / n;
        }
        double[] y = new double[n];
        double[][] full = new double[n][];
        double[][] trend = new double[n][];
        for (int i = 0; i < n; i++) {
            double t = nn.timeNs(i) / 1e9;
            double tau = (t - mean) / 60;
            double phi = 2 * StrictMath.PI * ratePerMin / 60 * t;
            y[i] = nn.nnMs(i);
            trend[i] = new double[] {tau, tau * tau};
            full[i] = new double[] {
                tau,
                tau * tau,
                StrictMath.cos(phi),
                StrictMath.sin(phi),
                StrictMath.cos(2 * phi),
                StrictMath.sin(2 * phi)
            };
        }
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.newSampleData(y, full);
        double[] b = fit.estimateRegressionParameters();
        double ssFull = fit.calculateResidualSumOfSquares();
        fit.newSampleData(y, trend);
        double ssTrend = fit.calculateResidualSumOfSquares();
        return new double[] {StrictMath.hypot(b[3], b[4]), 1 - ssFull / ssTrend, StrictMath.atan2(b[4], b[3])};
    }

    /** One beat per second, t = 1 to 60 s, pacer at 6 per minute from time 0. */
    private static PacedReading overOneMinute(DoubleUnaryOperator rrMs) {
        ListedNn nn = new ListedNn();
        for (int t = 1; t <= 60; t++) {
            nn.add(t, rrMs.applyAsDouble(t));
        }
        PacerTrack track = new PacerTrack(4);
        track.accept(PacerSetting.steady(0, 6, 0.45));
        PacedReading reading = new PacedReading(300);
        reading.read(nn, track, 0, 60_000_000_000L);
        return reading;
    }
}
