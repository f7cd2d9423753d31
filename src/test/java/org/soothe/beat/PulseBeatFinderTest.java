package org.soothe.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.testing.BeatMatch;
import org.soothe.testing.SyntheticEcg;
import org.soothe.testing.SyntheticPulse;
import org.soothe.testing.Waves;

class PulseBeatFinderTest {

    private static final double RATE_HZ = 200;
    private static final double[] BEATS_S = SyntheticEcg.beatsS(120, 3);
    private static final int[] PULSE = SyntheticPulse.around(BEATS_S, 120, RATE_HZ, 1, 3);

    private static FoundBeats found(double rateHz, int[] samples, int blockCount) {
        FoundBeats found = new FoundBeats();
        PulseBeatFinder finder = new PulseBeatFinder();
        Waves.blocks(WaveformKind.PULSE_COUNT, rateHz, samples, blockCount)
                .forEach(block -> finder.block(block, found));
        return found;
    }

    private static BeatMatch match(double[] foundS) {
        return BeatMatch.of(BEATS_S, foundS, BeatMatch.lateS(BEATS_S, foundS));
    }

    @ParameterizedTest(name = "{0} samples a second")
    @ValueSource(doubles = {50, 100, 250, 500, 1000})
    void upstrokesAreExactBelowOneSample(double rateHz) {
        BeatMatch match = match(found(rateHz, SyntheticPulse.around(BEATS_S, 120, rateHz, 0.5, 3), 25)
                .timesS());

        assertThat(match.missedS()).hasSizeLessThanOrEqualTo(1);
        assertThat(match.extraS()).as("before anything is learned").allMatch(timeS -> timeS < 0.4);
        assertThat(match.timingSdMs()).isLessThan(2.5);
    }

    @ParameterizedTest(name = "blocks of {0}")
    @ValueSource(ints = {1, 7, 5000})
    void theSameBeatsAreFoundInBlocksOfAnySize(int blockCount) {
        assertThat(found(RATE_HZ, PULSE, blockCount).timesS())
                .containsExactly(found(RATE_HZ, PULSE, 64).timesS(), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"49.98, true", "1000.4, true", "49, false", "1011, false"})
    void aRateNeedNotBeMetExactly(double rateHz, boolean isRead) {
        int[] samples = SyntheticPulse.around(BEATS_S, 120, rateHz, 1, 3);
        assertThat(found(rateHz, samples, 20).timesS().length > 0).isEqualTo(isRead);
        assertThat(PulseBeatFinder.isFine(99.97)).isTrue();
        assertThat(PulseBeatFinder.isFine(98.9)).isFalse();
    }

    @Test
    void aCleanPulseIsGood() {
        FoundBeats found = found(RATE_HZ, PULSE, 20);

        assertThat(found.good.stream().filter(good -> good).count()).isGreaterThan(found.good.size() - 5L);
    }

    @Test
    void aPulseUpsideDownIsTurned() {
        int[] turned = Arrays.stream(PULSE).map(count -> 1000 - count).toArray();

        FoundBeats found = found(RATE_HZ, turned, 20);

        double[] lateS =
                Arrays.stream(found.timesS()).filter(timeS -> timeS > 20).toArray();
        double[] beatsS = Arrays.stream(BEATS_S).filter(timeS -> timeS > 20).toArray();
        BeatMatch match = BeatMatch.of(beatsS, lateS, BeatMatch.lateS(beatsS, lateS));
        assertThat(match.timingSdMs()).isLessThan(3);
        assertThat(match.missedS()).hasSizeLessThanOrEqualTo(1);
        assertThat(found.segmentCount()).isEqualTo(2);
    }

    @Test
    void beatsAtARailAndOfAnotherFormAreNotGood() {
        int[] samples = PULSE.clone();
        for (int i = (int) (40 * RATE_HZ); i < 60 * RATE_HZ; i++) {
            samples[i] = Math.min(1023, samples[i] + 520);
        }
        SplittableRandom random = new SplittableRandom(4);
        for (int i = (int) (80 * RATE_HZ); i < 100 * RATE_HZ; i++) {
            samples[i] += (int) (150 * StrictMath.sin(i / RATE_HZ * 2 * Math.PI * 2.7) * random.nextDouble());
        }

        FoundBeats found = found(RATE_HZ, samples, 20);

        assertThat(goodRatio(found, 20, 40)).isGreaterThan(0.9);
        assertThat(goodRatio(found, 42, 60)).isLessThan(0.1);
        assertThat(goodRatio(found, 81, 99)).isLessThan(0.5);
        assertThat(goodRatio(found, 106, 120)).isGreaterThan(0.9);
    }

    private static double goodRatio(FoundBeats found, double fromS, double toS) {
        int beats = 0;
        int good = 0;
        for (int i = 0; i < found.timeS.size(); i++) {
            if (found.timeS.get(i) > fromS && found.timeS.get(i) <= toS) {
                beats++;
                good += found.good.get(i) ? 1 : 0;
            }
        }
        return (double) good / beats;
    }

    @Test
    void missingSamplesAndALostFingerBeginASegment() {
        int[] samples = PULSE.clone();
        Arrays.fill(samples, (int) (30 * RATE_HZ), (int) (35 * RATE_HZ), 512);
        List<Waveform> blocks = Waves.blocks(WaveformKind.PULSE_COUNT, RATE_HZ, samples, 20);
        FoundBeats found = new FoundBeats();
        PulseBeatFinder finder = new PulseBeatFinder();
        for (int i = 0; i < blocks.size(); i++) {
            if (i < 700 || i >= 740) {
                finder.block(blocks.get(i), found);
            }
        }

        assertThat(found.segmentCount()).isEqualTo(3);
        assertThat(finder.clock().gapCount()).isEqualTo(1);
        assertThat(found.timeS).noneMatch(timeS -> timeS > 31 && timeS < 35);
    }

    /** An interval across a hole of 10 ms would be 10 ms too short, and nobody would see it. */
    @ParameterizedTest(name = "{0} samples a second, {1} of them missing now and then")
    @CsvSource({"100, 1", "250, 1", "500, 1", "500, 5", "1000, 10"})
    void noIntervalIsTakenAcrossASmallHole(double rateHz, int missing) {
        int[] samples = SyntheticPulse.around(BEATS_S, 120, rateHz, 0.5, 3);
        List<Waveform> blocks = Waves.blocks(WaveformKind.PULSE_COUNT, rateHz, samples, missing);
        int every = (int) (10.3 * rateHz / missing);
        FoundBeats found = new FoundBeats();
        PulseBeatFinder finder = new PulseBeatFinder();
        int holes = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (i % every == every - 1) {
                holes++;
            } else {
                finder.block(blocks.get(i), found);
            }
        }

        assertThat(holes).isGreaterThan(10);
        assertThat(finder.clock().gapCount()).isEqualTo(holes);
        assertThat(finder.clock().misplacedCount()).isZero();
        assertThat(found.segmentCount()).isEqualTo(holes + 1);
        BeatMatch match = match(found.timesS());
        assertThat(match.timingSdMs()).isLessThan(3);
        assertThat(match.extraS()).as("none made by a hole").allMatch(timeS -> timeS < 0.4);
    }

    @ParameterizedTest(name = "{0} ppm")
    @ValueSource(ints = {-10_000, -5_000, 5_000, 10_000})
    void aRateThatIsALittleOffIsNoHole(int ppm) {
        FoundBeats found = new FoundBeats();
        PulseBeatFinder finder = new PulseBeatFinder();
        for (Waveform block : Waves.blocks(WaveformKind.PULSE_COUNT, RATE_HZ, PULSE, 8)) {
            long firstNs = Math.round(block.firstSampleNs() * (1 + ppm / 1e6));
            finder.block(new Waveform(firstNs, firstNs, block.kind(), RATE_HZ, block.samples()), found);
        }
        assertThat(finder.clock().gapCount()).isZero();
        assertThat(finder.clock().misplacedCount()).isZero();
        assertThat(found.segmentCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void anythingIsTakenWithoutAWord(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FoundBeats found = new FoundBeats();
        PulseBeatFinder finder = new PulseBeatFinder();
        for (int i = 0; i < 20_000; i++) {
            int[] wild = random.ints(random.nextInt(50)).toArray();
            double rateHz = random.nextInt(3) == 0 ? random.nextDouble(1200) : RATE_HZ;
            long timeNs = i * 100_000_000L;
            long firstNs = random.nextInt(3) == 0 ? random.nextLong() : timeNs - random.nextLong(1_000_000_000L);
            finder.block(new Waveform(timeNs, firstNs, WaveformKind.PULSE_COUNT, rateHz, Samples.of(wild)), found);
        }

        assertThat(found.timeS).isSorted().allSatisfy(timeS -> assertThat(timeS).isFinite());
        assertThat(finder.clock().blockCount()).isEqualTo(20_000);
    }
}
