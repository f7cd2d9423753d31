package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rhythm smoothness and breathing rate, from waves of which the answer is known. */
class ShortSpectrumTest {

    private final ShortSpectrum spectrum = new ShortSpectrum();
    private final RhythmSmoothness rhythm = new RhythmSmoothness();
    private final BreathingPeak breathing = new BreathingPeak();

    @Test
    void aPureWaveHasTheWrittenCoherence() {
        rhythm.read(spectrum.read(waves(40, 0.09375, 0, 0), 0));
        assertThat(rhythm.peakHz()).isEqualTo(0.09375);
        assertThat(rhythm.peakMs2()).isCloseTo(697.0492, within(1e-4));
        assertThat(rhythm.totalMs2()).isCloseTo(803.1361, within(1e-4));
        assertThat(rhythm.coherenceRatio()).isCloseTo(6.570553, within(1e-6));
        assertThat(rhythm.shareRatio()).isCloseTo(0.867909, within(1e-6));

        rhythm.read(spectrum.read(waves(40, 0.1, 0, 0), 0));
        assertThat(rhythm.peakHz()).isEqualTo(0.1015625);
        assertThat(rhythm.coherenceRatio()).isCloseTo(6.267716, within(1e-6));
    }

    @Test
    void aSecondWaveLowersTheCoherenceAsWritten() {
        rhythm.read(spectrum.read(waves(40, 0.09375, 20, 0.25), 0));
        assertThat(rhythm.coherenceRatio()).isCloseTo(2.268367, within(1e-6));
        assertThat(rhythm.shareRatio()).isCloseTo(0.694037, within(1e-6));

        rhythm.read(spectrum.read(waves(40, 0.09375, 40, 0.25), 0));
        assertThat(rhythm.coherenceRatio()).isCloseTo(0.767157, within(1e-6));
    }

    @Test
    void noiseHasALowCoherence() {
        SplittableRandom random = new SplittableRandom(8);
        double sum = 0;
        for (int repeat = 0; repeat < 2000; repeat++) {
            rhythm.read(spectrum.read(random.doubles(256, -1, 1).toArray(), 0));
            sum += rhythm.coherenceRatio();
        }
        assertThat(sum / 2000).isCloseTo(0.24, within(0.03));
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {0.13, 0.2, 0.2517, 0.301, 0.4, 0.45})
    void theBreathingRateIsReadBetweenBins(double hz) {
        breathing.find(spectrum.read(waves(30, hz, 10, 0.09), 0), 70);

        assertThat(breathing.rateHz()).isCloseTo(hz, within(0.0005));
        assertThat(breathing.shareRatio()).isBetween(0.8, 0.95);
    }

    @ParameterizedTest(name = "{0} Hz: {1}")
    @CsvSource({"0.06, too slow to be told from the wave of blood pressure", "0.1, likewise", "0.115, likewise"})
    void aSlowWaveIsNoBreathingRate(double hz, String why) {
        breathing.find(spectrum.read(waves(30, hz, 0, 0), 0), 70);

        assertThat(breathing.rateHz()).as(why).isNaN();
    }

    @Test
    void aWeakPeakIsNoBreathingRate() {
        breathing.find(spectrum.read(waves(20, 0.25, 60, 0.1), 0), 70);

        assertThat(breathing.rateHz()).isNaN();
    }

    @Test
    void breathingCannotBeReadFromHalfTheHeartRateOn() {
        // at 42 beats a minute the beats end at 0.35 Hz
        breathing.find(spectrum.read(waves(30, 0.4, 0, 0), 0), 42);
        assertThat(breathing.rateHz()).isNaN();

        breathing.find(spectrum.read(waves(30, 0.4, 0, 0), 0), 50);
        assertThat(breathing.rateHz()).isCloseTo(0.4, within(0.0005));
    }

    @Test
    void intervalsThatDoNotVaryHaveNeitherRhythmNorBreathing() {
        PowerSpectrum flat = spectrum.read(new double[256], 0);
        rhythm.read(flat);
        breathing.find(flat, 70);

        assertThat(rhythm.shareRatio()).isNaN();
        assertThat(rhythm.coherenceRatio()).isNaN();
        assertThat(breathing.rateHz()).isNaN();
    }

    private static double[] waves(double amplitude, double hz, double amplitude2, double hz2) {
        double[] x = new double[256];
        for (int n = 0; n < 256; n++) {
            x[n] = amplitude * Math.sin(2 * Math.PI * hz * n / 4) + amplitude2 * Math.sin(2 * Math.PI * hz2 * n / 4);
        }
        return x;
    }
}
