package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.hrv.SpectrumSettings.SplineEnd;

/** Spline, priors, window and transform, each against its definition or another program. */
class NumericsTest {

    @Test
    void theNaturalSplineGivesTheWrittenValues() {
        double[] t = {0, 0.8, 1.61, 2.4, 3.23, 4.05};
        double[] x = {800, 800, 810, 790, 830, 820};
        double[] out = new double[21];
        new CubicSpline(SplineEnd.NATURAL, 1).sample(t, x, 6, 0.2, 21, out);

        assertThat(out[2]).isCloseTo(797.6976, within(1e-4));
        assertThat(out[5]).isCloseTo(803.9002, within(1e-4));
        assertThat(out[10]).isCloseTo(797.2980, within(1e-4));
        assertThat(out[15]).isCloseTo(819.1645, within(1e-4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theNaturalSplineAgreesWithCommonsMath(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3 + random.nextInt(200);
        double[] t = times(random, n);
        double[] x = random.doubles(n, 600, 1200).toArray();
        int count = (int) (t[n - 1] * 4) + 1;
        double[] out = new double[count];
        new CubicSpline(SplineEnd.NATURAL, 4).sample(t, x, n, 0.25, count, out);

        PolynomialSplineFunction plain = new SplineInterpolator().interpolate(t, x);
        for (int k = 0; k < count; k++) {
            assertThat(out[k]).as("sample %d", k).isCloseTo(plain.value(k * 0.25), within(1e-7));
        }
    }

    @ParameterizedTest(name = "{0} points, seed {1}")
    @CsvSource({"3, 1", "4, 2", "5, 3", "50, 4"})
    void theNotAKnotSplineIsExactForACubicAndAtThreePointsForAParabola(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] t = times(random, n);
        double third = n > 3 ? 0.02 : 0;
        double[] x = Arrays.stream(t).map(at -> cubic(at, third)).toArray();
        int count = (int) (t[n - 1] * 4) + 1;
        double[] out = new double[count];
        new CubicSpline(SplineEnd.NOT_A_KNOT, 4).sample(t, x, n, 0.25, count, out);

        for (int k = 0; k < count; k++) {
            double expected = cubic(k * 0.25, third);
            assertThat(out[k]).as("sample %d", k).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-6));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"NATURAL", "NOT_A_KNOT"})
    void oneAndTwoPointsGiveAConstantAndALine(SplineEnd end) {
        double[] out = new double[5];
        new CubicSpline(end, 1).sample(new double[] {0}, new double[] {7}, 1, 1, 1, out);
        assertThat(out[0]).isEqualTo(7);

        new CubicSpline(end, 1).sample(new double[] {0, 4}, new double[] {1, 9}, 2, 1, 5, out);
        assertThat(out).containsExactly(1, 3, 5, 7, 9);
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 50, 1195, 100_000})
    void priorsLeaveNothingOfAStraightLine(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1000 - 0.37 * i;
        }
        new SmoothnessPriors(500).remove(x, n);

        for (double rest : x) {
            assertThat(rest).isCloseTo(0, within(1e-6));
        }
    }

    @ParameterizedTest(name = "{0} samples, lambda {1}")
    @CsvSource({"3, 2", "4, 2", "5, 500", "6, 500", "7, 10", "40, 500", "300, 500", "300, 10"})
    void priorsAgreeWithTheInvertedMatrix(int n, double lambda) {
        double[] x = new SplittableRandom(n).doubles(n, 700, 1100).toArray();
        RealMatrix second = new Array2DRowRealMatrix(n - 2, n);
        for (int r = 0; r < n - 2; r++) {
            second.setRow(r, new double[n]);
            second.setEntry(r, r, 1);
            second.setEntry(r, r + 1, -2);
            second.setEntry(r, r + 2, 1);
        }
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(n)
                .add(second.transpose().multiply(second).scalarMultiply(lambda * lambda));
        double[] trend = new CholeskyDecomposition(system)
                .getSolver()
                .solve(MatrixUtils.createRealVector(x))
                .toArray();
        double[] ours = x.clone();
        new SmoothnessPriors(lambda).remove(ours, n);

        for (int i = 0; i < n; i++) {
            assertThat(ours[i]).as("sample %d", i).isCloseTo(x[i] - trend[i], within(1e-6));
        }
    }

    @ParameterizedTest(name = "{0} Hz: {1}")
    @CsvSource({"0.04, 0.7957", "0.0667, 0.9678", "0.1, 0.9934"})
    void priorsHaveTheWrittenGain(double hz, double gain) {
        double[] x = new double[24_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(2 * Math.PI * hz * i / 4);
        }
        new SmoothnessPriors(500).remove(x, x.length);

        double largest = 0;
        for (int i = 10_000; i < 14_000; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        assertThat(largest).isCloseTo(gain, within(1.5e-4));
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 15, 16, 32, 64, 127, 128, 256, 480, 512, 1024})
    void theTransformIsItsDefinition(int n) {
        double[] x = new SplittableRandom(n).doubles(n, -1, 1).toArray();
        double[] power = new double[n / 2 + 1];
        power[0] = 3;
        PowerTransform.ofLength(n).addPower(x.clone(), power);

        for (int k = 0; k <= n / 2; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                double angle = 2 * Math.PI * ((long) k * i % n) / n;
                re += x[i] * Math.cos(angle);
                im -= x[i] * Math.sin(angle);
            }
            double expected = re * re + im * im + (k == 0 ? 3 : 0);
            assertThat(power[k]).as("bin %d", k).isCloseTo(expected, within(1e-10));
        }
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {64, 256, 512, 1024, 4096})
    void oursAgreesWithTheLibrary(int n) {
        double[] x = new SplittableRandom(n).doubles(n, -1, 1).toArray();
        double[] ours = new double[n / 2 + 1];
        double[] library = new double[n / 2 + 1];
        new RadixFourTransform(n).addPower(x.clone(), ours);
        new AnyLengthTransform(n).addPower(x.clone(), library);

        for (int k = 0; k <= n / 2; k++) {
            assertThat(ours[k]).as("bin %d", k).isCloseTo(library[k], within(1e-10));
        }
    }

    @Test
    void theTransformHasTheSameBitsEverywhere() {
        double[] x = new SplittableRandom(42).doubles(1024, -1, 1).toArray();
        double[] power = new double[513];
        PowerTransform.ofLength(1024).addPower(x, power);

        assertThat(Arrays.hashCode(power)).isEqualTo(-1788820664);
    }

    @ParameterizedTest(name = "length {0}")
    @ValueSource(ints = {2, 3, 100, 256, 383})
    void theHannWindowIsItsDefinition(int length) {
        HannWindow window = new HannWindow(383);
        window.shape(17);
        window.shape(length);
        double[] ones = new double[400];
        Arrays.fill(ones, 1);
        window.apply(ones, 400);

        double squares = 0;
        for (int i = 0; i < 400; i++) {
            double expected = i < length ? 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length) : 0;
            assertThat(ones[i]).as("sample %d", i).isCloseTo(expected, within(1e-13));
            squares += expected * expected;
        }
        assertThat(window.sumOfSquares()).isCloseTo(squares, within(1e-10));
    }

    private static double cubic(double t, double third) {
        return 800 + 3 * t - 0.5 * t * t + third * t * t * t;
    }

    private static double[] times(SplittableRandom random, int n) {
        double[] t = new double[n];
        for (int i = 1; i < n; i++) {
            t[i] = t[i - 1] + 0.3 + 1.2 * random.nextDouble();
        }
        return t;
    }
}
