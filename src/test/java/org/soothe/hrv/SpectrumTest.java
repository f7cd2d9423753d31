package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.hrv.SpectrumSettings.Detrending;
import org.soothe.hrv.SpectrumSettings.Integration;

class SpectrumTest {

    private static final int LAST_S = 300;

    private final Welch lab = new Welch(SpectrumSettings.LAB);
    private final PowerSpectrum spectrum = new PowerSpectrum(Integration.RECTANGLE, 1);

    @Test
    void aSinusoidOnABinGivesHalfItsSquaredAmplitude() {
        lab.read(sinusoid(40, 0.09375, 256), 256, spectrum);
        assertThat(spectrum.powerMs2(0.065, 0.135)).isCloseTo(800, withPercentage(1e-7));
        assertThat(spectrum.powerMs2(Band.HF)).isLessThan(1e-9);

        lab.read(sinusoid(40, 0.25, 256), 256, spectrum);
        assertThat(spectrum.powerMs2(Band.HF)).isCloseTo(800, withPercentage(1e-7));
        assertThat(spectrum.powerMs2(Band.LF)).isLessThan(1e-9);
        assertThat(spectrum.peakHz(Band.HF)).isEqualTo(0.25);
    }

    @Test
    void aSinusoidBetweenBinsLeaksAsWritten() {
        lab.read(sinusoid(40, 0.1, 256), 256, spectrum);

        assertThat(spectrum.powerMs2(0.065, 0.135)).isCloseTo(799.314980, within(1e-6));
        assertThat(spectrum.powerMs2(Band.LF)).isCloseTo(799.952905, within(1e-6));
        assertThat(spectrum.powerMs2(Band.HF)).isCloseTo(0.034156, within(1e-6));
    }

    @ParameterizedTest(name = "{0} samples, seed {1}")
    @CsvSource({"300, 1", "300, 2", "1200, 3", "1200, 4", "57600, 5"})
    void whiteNoiseOfUnitVarianceIntegratesToOne(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        int repeats = Math.max(1, 200_000 / n);
        for (int repeat = 0; repeat < repeats; repeat++) {
            lab.read(random.doubles(n, -Math.sqrt(3), Math.sqrt(3)).toArray(), n, spectrum);
            sum += spectrum.powerMs2(0, 2.001);
        }
        assertThat(sum / repeats).isCloseTo(1, withPercentage(5));
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {200, 256, 300, 383, 384, 1195, 5000})
    void paddingAndSegmentsKeepTheScale(int n) {
        lab.read(sinusoid(40, 0.25, n), n, spectrum);

        assertThat(spectrum.powerMs2(Band.HF)).isCloseTo(800, withPercentage(0.5));
    }

    @Test
    void theWholePipelineGivesTheWrittenValues() {
        double[] nn = twoWaves();
        assertThat(nn).hasSize(300);
        assertThat(nn[0]).isEqualTo(1000);
        assertThat(nn[1]).isCloseTo(1049.3893, within(5e-5));
        assertThat(nn[4]).isCloseTo(1030.0171, within(5e-5));
        TimeDomain time = new TimeDomain();
        time.read(NnArray.ofMs(nn), 0, nn.length, PairRule.WITH_CORRECTED);
        assertThat(time.rmssdMs()).isCloseTo(29.536529675, withPercentage(1e-7));
        assertThat(time.sdnnMs()).isCloseTo(38.143389797, withPercentage(1e-7));
        assertThat(time.meanMs()).isCloseTo(998.684859602, withPercentage(1e-7));

        Tachogram tachogram = new Tachogram(SpectrumSettings.LAB, 1, 1);
        tachogram.read(NnArray.ofMs(nn), 0, nn.length);
        assertThat(tachogram.sampleCount()).isEqualTo(1195);

        PowerSpectrum ours = new SpectrumAnalyzer(lab(Detrending.MEAN)).read(NnArray.ofMs(nn), 0, nn.length);
        assertThat(ours.powerMs2(Band.LF)).isCloseTo(1248.9973, within(1e-4));
        assertThat(ours.powerMs2(Band.HF)).isCloseTo(194.5358, within(1e-4));
        double hf = ours.powerMs2(Band.HF);
        assertThat(100 * hf / (ours.powerMs2(Band.LF) + hf)).isCloseTo(13.47636, within(1e-4));

        ours = new SpectrumAnalyzer(SpectrumSettings.LAB).read(NnArray.ofMs(nn), 0, nn.length);
        assertThat(ours.powerMs2(Band.LF)).isCloseTo(1232.6670, within(1e-4));
        assertThat(ours.powerMs2(Band.HF)).isCloseTo(194.4679, within(1e-4));
        assertThat(StrictMath.log(ours.powerMs2(Band.HF))).isCloseTo(5.270267, within(1e-6));
        assertThat(ours.powerMs2(Band.VLF)).isCloseTo(0.7507, within(1e-4));
    }

    @Test
    void theLiveSegmentsEndAtTheNewestSample() {
        // 500 samples: segments of 256 end at 500 and 372; the first 116 samples are left out
        double[] x = sinusoid(40, 0.25, 500);
        for (int i = 0; i < 116; i++) {
            x[i] = 1e6 * (i % 2);
        }
        new Welch(SpectrumSettings.LIVE).read(x, 500, spectrum);
        assertThat(spectrum.powerMs2(Band.HF)).isCloseTo(800, withPercentage(1e-6));
        lab.read(x, 500, spectrum);
        assertThat(spectrum.powerMs2(Band.HF)).isGreaterThan(1000);
    }

    @Test
    void theLongestStretchIsUsedAndShortGapsAreBridged() {
        double[] nn = twoWaves();
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(SpectrumSettings.LAB);

        analyzer.read(new FakeNn(nn).gapBefore(100, 1_900), 0, nn.length);
        assertThat(analyzer.stretchS()).isCloseTo(299.6 + 1.9, within(0.01));

        analyzer.read(new FakeNn(nn).gapBefore(100, 2_100), 0, nn.length);
        assertThat(analyzer.stretchS()).isCloseTo(200, within(1.0));
    }

    @Test
    void tooFewIntervalsGiveNoSpectrum() {
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(SpectrumSettings.LAB);

        assertThat(analyzer.read(NnArray.ofMs(), 0, 0).count()).isZero();
        assertThat(analyzer.read(NnArray.ofMs(800), 0, 1).powerMs2(Band.HF)).isNaN();
        assertThat(analyzer.segmentS()).isNaN();
    }

    @Test
    void oneAbsurdIntervalDoesNotAskForAllMemory() {
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(SpectrumSettings.LAB);

        assertThat(analyzer.read(NnArray.ofMs(800, 810, 1e15, 820), 0, 4).count())
                .isZero();
    }

    private static SpectrumSettings lab(Detrending detrending) {
        SpectrumSettings s = SpectrumSettings.LAB;
        return new SpectrumSettings(
                s.splineEnd(),
                s.gridStart(),
                s.gridEnd(),
                s.gridRateHz(),
                detrending,
                s.segmentSampleCount(),
                s.overlapSampleCount(),
                s.wholeBelowSampleCount(),
                s.padding(),
                s.alignment(),
                s.integration());
    }

    private static double[] sinusoid(double amplitude, double hz, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = amplitude * Math.sin(2 * Math.PI * hz * i / 4);
        }
        return x;
    }

    private static double[] twoWaves() {
        List<Double> nn = new ArrayList<>();
        double t = 0;
        while (true) {
            double v = 1000 + 50 * Math.sin(2 * Math.PI * 0.1 * t) + 20 * Math.sin(2 * Math.PI * 0.25 * t);
            t += v / 1000;
            if (t > LAST_S) {
                return nn.stream().mapToDouble(Double::doubleValue).toArray();
            }
            nn.add(v);
        }
    }
}
