package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.testing.ReferenceRecordings;

class HrvAnalysisTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final HrvAnalysis analysis = new HrvAnalysis();

    @Test
    void fiveMinutesOfRestGiveEveryMeasure() {
        FakeNn nn = new FakeNn(Hearts.resting(400, 1)).correct(50);
        HrvSummary summary = analysis.corrected(nn, 60 * SECOND_NS, 360 * SECOND_NS, Double.NaN);

        assertThat(summary.coverageRatio()).isCloseTo(1, within(0.01));
        assertThat(summary.pairCount()).isEqualTo(summary.beatCount() - 1);
        assertThat(summary.time().meanRrMs().orNaN()).isCloseTo(850, within(3.0));
        assertThat(summary.time().meanHeartRateBpm().orNaN())
                .isCloseTo(60_000 / summary.time().meanRrMs().orNaN(), within(1e-9));
        assertThat(summary.spectrum().hfMs2().orNaN()).isBetween(380.0, 520.0);
        assertThat(summary.spectrum().lfMs2().orNaN()).isBetween(170.0, 240.0);
        assertThat(summary.spectrum().vlfMs2().isAvailable()).isTrue();
        assertThat(summary.spectrum().hfPeakHz().orNaN()).isCloseTo(0.25, within(0.01));
        assertThat(summary.spectrum().lnHf().orNaN())
                .isCloseTo(Math.log(summary.spectrum().hfMs2().orNaN()), within(1e-12));
        assertThat(summary.breathing().breathingRatePerMin().orNaN()).isCloseTo(15, within(0.2));
        assertThat(summary.breathing().hfMissesBreathing()).isFalse();
        // around 0.25 Hz, 0.1625 to 0.3375, nearly all of the breath and little else
        assertThat(summary.breathing().rsaLowHz().orNaN()).isCloseTo(0.1625, within(0.002));
        assertThat(summary.breathing().rsaPowerMs2().orNaN())
                .isCloseTo(summary.spectrum().hfMs2().orNaN(), withPercentage(6));
    }

    @Test
    void oneWindowSaysTheSameAloneAndInALongSeries() {
        double[] nn = Hearts.resting(900, 2);
        HrvSummary inside = analysis.corrected(NnArray.ofMs(nn), 0, 300 * SECOND_NS, Double.NaN);
        int count = inside.beatCount();
        HrvSummary alone =
                new HrvAnalysis().corrected(NnArray.ofMs(Arrays.copyOf(nn, count)), 0, 300 * SECOND_NS, Double.NaN);

        assertThat(inside).isEqualTo(alone);
    }

    @ParameterizedTest(name = "{0} s: VLF {1}, LF {2}, HF {3}")
    @CsvSource({"50, false, false, false", "62, false, false, true", "125, false, true, true", "305, true, true, true"})
    void eachBandNeedsItsTime(double seconds, boolean vlf, boolean lf, boolean hf) {
        SpectrumMeasures spectrum = analysis.raw(Hearts.resting(seconds, 3)).spectrum();

        assertThat(spectrum.vlfMs2().isAvailable()).isEqualTo(vlf);
        assertThat(spectrum.lfMs2().isAvailable()).isEqualTo(lf);
        assertThat(spectrum.hfnuPercent().isAvailable()).isEqualTo(lf);
        assertThat(spectrum.hfMs2().isAvailable()).isEqualTo(hf);
        if (!hf) {
            assertThat(spectrum.hfMs2()).isEqualTo(Measure.withheld(WithheldReason.WINDOW_TOO_SHORT));
        }
    }

    @Test
    void rawIntervalsAreMeasuredAsSoonAsTheFormulaIsDefined() {
        TimeMeasures six = analysis.raw(800, 810, 790, 830, 820, 780).time();
        assertThat(six.rmssdMs().orNaN()).isCloseTo(27.568097504, withPercentage(1e-7));

        TimeMeasures one = analysis.raw(800).time();
        assertThat(one.meanRrMs()).isEqualTo(Measure.of(800));
        assertThat(one.rmssdMs()).isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));

        HrvSummary none = analysis.raw();
        assertThat(none.beatCount()).isZero();
        assertThat(none.time().meanRrMs()).isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));
        assertThat(none.spectrum().hfMs2()).isEqualTo(Measure.withheld(WithheldReason.WINDOW_TOO_SHORT));
        assertThat(none.breathing().breathingRatePerMin()).isEqualTo(Measure.withheld(WithheldReason.WINDOW_TOO_SHORT));
    }

    @Test
    void correctedIntervalsNeedThirtyPairsAndCoverage() {
        double[] nn = Hearts.resting(300, 4);
        assertThat(analysis.corrected(NnArray.ofMs(Arrays.copyOf(nn, 25)))
                        .time()
                        .rmssdMs())
                .isEqualTo(Measure.withheld(WithheldReason.TOO_FEW_BEATS));

        FakeNn holed = new FakeNn(nn).gapBefore(100, 90_000);
        HrvSummary summary = analysis.corrected(holed);
        assertThat(summary.coverageRatio()).isCloseTo(300.0 / 390, within(0.01));
        assertThat(summary.time().rmssdMs()).isEqualTo(Measure.withheld(WithheldReason.LOW_COVERAGE));
        assertThat(summary.time().meanRrMs().isAvailable()).isTrue();
        assertThat(summary.spectrum().hfMs2()).isEqualTo(Measure.withheld(WithheldReason.LOW_COVERAGE));
    }

    @Test
    void theRateOfAPacerThatIsFollowedPlacesTheBand() {
        NnArray slow = NnArray.ofMs(Hearts.breathing(950, 50, 0.1, 4, 305, 5));
        HrvSummary free = analysis.corrected(slow);
        HrvSummary paced = analysis.corrected(slow, 0, 300 * SECOND_NS, 6);

        assertThat(free.breathing().breathingRatePerMin())
                .isEqualTo(Measure.withheld(WithheldReason.BREATHING_UNKNOWN));
        assertThat(free.breathing().rsaPowerMs2()).isEqualTo(Measure.withheld(WithheldReason.BREATHING_UNKNOWN));
        assertThat(paced.breathing().breathingRatePerMin()).isEqualTo(Measure.of(6));
        assertThat(paced.breathing().rsaPowerMs2().orNaN()).isCloseTo(1250, withPercentage(4));
        assertThat(paced.breathing().hfMissesBreathing()).isTrue();
        assertThat(paced.spectrum().hfMs2().orNaN()).isLessThan(50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void anyIntervalsAreAnswered(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int repeat = 0; repeat < 100; repeat++) {
            int n = random.nextInt(500);
            double[] nn =
                    random.doubles(n, 1e-3, Math.exp(random.nextDouble() * 12)).toArray();
            assertThat(analysis.raw(nn).beatCount()).isEqualTo(n);
            assertThat(analysis.corrected(NnArray.ofMs(nn)).beatCount()).isEqualTo(n);
        }
    }

    @Test
    void aWholeDayIsReadInOne() {
        HrvSummary day = analysis.raw(ReferenceRecordings.rrMs("nsr001-nn"));

        assertThat(day.beatCount()).isEqualTo(106_295);
        assertThat(day.spectrum().stretchMs()).isCloseTo(80_836_000, within(2_000.0));
        assertThat(day.spectrum().hfMs2().isAvailable()).isTrue();
    }
}
