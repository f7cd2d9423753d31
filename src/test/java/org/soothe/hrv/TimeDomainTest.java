package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDomainTest {

    private static final double[] SIX = {800, 810, 790, 830, 820, 780};

    private final TimeDomain time = new TimeDomain();

    @Test
    void sixIntervalsGiveTheWrittenValues() {
        time.read(NnArray.ofMs(SIX), 0, 6, PairRule.WITH_CORRECTED);

        assertThat(time.rmssdMs()).isCloseTo(27.568097504, withPercentage(1e-7));
        assertThat(time.lnRmssd()).isCloseTo(3.316659217, withPercentage(1e-7));
        assertThat(time.sdnnMs()).isCloseTo(18.708286934, withPercentage(1e-7));
        assertThat(time.meanMs()).isEqualTo(805);
        assertThat(time.heartRateBpm()).isCloseTo(74.534161491, withPercentage(1e-7));
        assertThat(time.pairCount()).isEqualTo(5);
        assertThat(time.pnn50Percent()).isZero();
    }

    @Test
    void noDifferenceIsTakenAcrossAGap() {
        time.read(new FakeNn(SIX).gapBefore(3), 0, 6, PairRule.WITH_CORRECTED);

        assertThat(time.pairCount()).isEqualTo(4);
        assertThat(time.rmssdMs()).isCloseTo(23.452078799, withPercentage(1e-7));
        assertThat(time.meanMs()).isEqualTo(805);
    }

    @Test
    void aPairWithACorrectedIntervalCountsInReportsOnly() {
        FakeNn nn = new FakeNn(SIX).correct(3);

        time.read(nn, 0, 6, PairRule.UNCORRECTED_ONLY);
        // left: +10, -20, -40
        assertThat(time.pairCount()).isEqualTo(3);
        assertThat(time.rmssdMs()).isCloseTo(Math.sqrt(2100 / 3.0), withPercentage(1e-10));

        time.read(nn, 0, 6, PairRule.WITH_CORRECTED);
        assertThat(time.pairCount()).isEqualTo(5);
    }

    @Test
    void aPairNeedsBothIntervalsInTheRange() {
        time.read(NnArray.ofMs(SIX), 2, 5, PairRule.WITH_CORRECTED);

        assertThat(time.beatCount()).isEqualTo(3);
        assertThat(time.rmssdMs()).isCloseTo(Math.sqrt((1600 + 100) / 2.0), withPercentage(1e-10));
    }

    @Test
    void fiftyMillisecondsAreNotMoreThanFifty() {
        time.read(NnArray.ofMs(800, 850, 801, 852), 0, 4, PairRule.WITH_CORRECTED);

        assertThat(time.nn50Count()).isEqualTo(1);
        assertThat(time.pnn50Percent()).isCloseTo(100 / 3.0, within(1e-12));
    }

    @Test
    void whatIsNotDefinedIsNotANumber() {
        time.read(NnArray.ofMs(), 0, 0, PairRule.WITH_CORRECTED);
        assertThat(time.meanMs()).isNaN();
        assertThat(time.heartRateBpm()).isNaN();
        assertThat(time.sdnnMs()).isNaN();
        assertThat(time.rmssdMs()).isNaN();
        assertThat(time.pnn50Percent()).isNaN();

        time.read(NnArray.ofMs(800), 0, 1, PairRule.WITH_CORRECTED);
        assertThat(time.meanMs()).isEqualTo(800);
        assertThat(time.sdnnMs()).isNaN();
        assertThat(time.rmssdMs()).isNaN();

        time.read(NnArray.ofMs(800, 800), 0, 2, PairRule.WITH_CORRECTED);
        assertThat(time.rmssdMs()).isZero();
        assertThat(time.lnRmssd()).isNaN();
        assertThat(time.sd1Ms()).isNaN();
        assertThat(time.sd2Ms()).isNaN();
    }

    @ParameterizedTest(name = "amplitude {0} ms, {1} bpm, {2} Hz: {3} ms")
    @CsvSource({"50, 70, 0.10, 18.811645746", "50, 70, 0.25, 44.087386689", "80, 60, 0.09166666666666667, 32.132668192"
    })
    void rmssdOfASinusoidIsRootTwoTimesAmplitudeTimesSine(double amplitude, double bpm, double hz, double expected) {
        double meanS = 60 / bpm;
        assertThat(Math.sqrt(2) * amplitude * Math.abs(Math.sin(Math.PI * hz * meanS)))
                .isCloseTo(expected, withPercentage(1e-7));

        double[] evenly = new double[200_000];
        for (int i = 0; i < evenly.length; i++) {
            evenly[i] = 1000 * meanS + amplitude * Math.cos(2 * Math.PI * hz * i * meanS);
        }
        time.read(NnArray.ofMs(evenly), 0, evenly.length, PairRule.WITH_CORRECTED);
        assertThat(time.rmssdMs()).isCloseTo(expected, withPercentage(1e-3));

        double[] stepped = new double[200_000];
        double t = 0;
        for (int i = 0; i < stepped.length; i++) {
            stepped[i] = 1000 * meanS + amplitude * Math.cos(2 * Math.PI * hz * t);
            t += stepped[i] / 1000;
        }
        time.read(NnArray.ofMs(stepped), 0, stepped.length, PairRule.WITH_CORRECTED);
        assertThat(time.rmssdMs() / expected).isBetween(0.998, 0.9995);
    }

    @ParameterizedTest(name = "beat times in steps of {0} ms add q²/2 to RMSSD²")
    @ValueSource(ints = {2, 4, 20})
    void roundedBeatTimesAddHalfTheSquareOfTheStep(int step) {
        // The mean square of the rounding part of the differences, over beat times that fall anywhere in a step.
        SplittableRandom random = new SplittableRandom(12);
        double[] true1 = new double[400_001];
        double[] rounded = new double[true1.length];
        double t = 0;
        double before = 0;
        for (int i = 0; i < true1.length; i++) {
            true1[i] = 900 + 60 * random.nextDouble();
            t += true1[i];
            double now = step * Math.rint(t / step);
            rounded[i] = now - before;
            before = now;
        }
        double[] roundingPart = new double[true1.length];
        for (int i = 0; i < true1.length; i++) {
            roundingPart[i] = 900 + rounded[i] - true1[i];
        }
        TimeDomain time = new TimeDomain();
        time.read(NnArray.ofMs(roundingPart), 1, roundingPart.length, PairRule.WITH_CORRECTED);
        assertThat(time.rmssdMs() * time.rmssdMs()).isCloseTo(step * step / 2.0, withPercentage(5));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithCommonsMathOnAnySeries(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 10 + random.nextInt(2000);
        double[] nn = random.doubles(n, 300, 2000).toArray();
        DescriptiveStatistics plain = new DescriptiveStatistics(nn);
        DescriptiveStatistics differences = new DescriptiveStatistics();
        DescriptiveStatistics sums = new DescriptiveStatistics();
        for (int i = 1; i < n; i++) {
            differences.addValue(nn[i] - nn[i - 1]);
            sums.addValue(nn[i] + nn[i - 1]);
        }

        time.read(NnArray.ofMs(nn), 0, n, PairRule.WITH_CORRECTED);

        assertThat(time.meanMs()).isCloseTo(plain.getMean(), withPercentage(1e-10));
        assertThat(time.sdnnMs()).isCloseTo(plain.getStandardDeviation(), withPercentage(1e-10));
        assertThat(time.rmssdMs()).isCloseTo(differences.getQuadraticMean(), withPercentage(1e-10));
        assertThat(time.sd1Ms()).isCloseTo(differences.getStandardDeviation() / Math.sqrt(2), withPercentage(1e-10));
        assertThat(time.sd2Ms()).isCloseTo(sums.getStandardDeviation() / Math.sqrt(2), withPercentage(1e-10));
    }
}
