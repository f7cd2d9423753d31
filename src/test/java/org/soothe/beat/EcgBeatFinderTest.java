package org.soothe.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.Samples;
import org.soothe.event.Waveform;
import org.soothe.event.WaveformKind;
import org.soothe.testing.BeatMatch;
import org.soothe.testing.SyntheticEcg;
import org.soothe.testing.Waves;

class EcgBeatFinderTest {

    private static final double RATE_HZ = 130;
    private static final double[] BEATS_S = SyntheticEcg.beatsS(60, 1);
    private static final int[] ECG = SyntheticEcg.around(BEATS_S, 60, RATE_HZ, 10, 1);

    @ParameterizedTest(name = "{0} samples a second")
    @ValueSource(doubles = {100, 130, 250, 512, 1000})
    void timesAreExactBelowOneSample(double rateHz) {
        double[] beatsS = SyntheticEcg.beatsS(300, 7);

        BeatMatch match = BeatMatch.of(
                beatsS,
                FoundBeats.inEcg(rateHz, SyntheticEcg.around(beatsS, 300, rateHz, 10, 7))
                        .timesS(),
                0);

        assertThat(match.missedS()).isEmpty();
        assertThat(match.extraS()).isEmpty();
        assertThat(match.timingSdMs()).isLessThan(0.7);
    }

    @ParameterizedTest(name = "blocks of {0}")
    @ValueSource(ints = {1, 7, 36, 5000})
    void theSameBeatsAreFoundInBlocksOfAnySize(int blockCount) {
        double[] timesS = FoundBeats.inEcg(Waves.blocks(WaveformKind.ECG_MICROVOLT, RATE_HZ, ECG, blockCount))
                .timesS();

        assertThat(timesS).containsExactly(FoundBeats.inEcg(RATE_HZ, ECG).timesS(), within(1e-7));
    }

    @Test
    void anEcgUpsideDownHasItsBeatsInTheSamePlaces() {
        int[] turned = Arrays.stream(ECG).map(microvolt -> -microvolt).toArray();

        BeatMatch match =
                BeatMatch.of(BEATS_S, FoundBeats.inEcg(RATE_HZ, turned).timesS(), 0);

        assertThat(match.missedS()).hasSizeLessThanOrEqualTo(1);
        assertThat(match.extraS()).isEmpty();
        assertThat(match.timingSdMs()).isLessThan(5);
    }

    @Test
    void missingSamplesBeginASegmentAndAreNotBridged() {
        List<Waveform> blocks = Waves.blocks(WaveformKind.ECG_MICROVOLT, RATE_HZ, ECG, 65);
        FoundBeats found = new FoundBeats();
        EcgBeatFinder finder = new EcgBeatFinder();
        for (int i = 0; i < blocks.size(); i++) {
            if (i < 40 || i >= 50) {
                finder.block(blocks.get(i), found);
            }
        }

        assertThat(found.segmentCount()).isEqualTo(2);
        assertThat(finder.clock().gapCount()).isEqualTo(1);
        assertThat(found.timeS).noneMatch(timeS -> timeS > 20 && timeS < 25);
        assertThat(found.timeS)
                .anyMatch(timeS -> timeS > 19 && timeS < 20)
                .anyMatch(timeS -> timeS > 25 && timeS < 26.5);
    }

    @ParameterizedTest(name = "at {0} microvolts")
    @ValueSource(ints = {0, 20_000})
    void anUnchangingValueBeginsASegment(int rail) {
        int[] samples = ECG.clone();
        Arrays.fill(samples, (int) (30 * RATE_HZ), (int) (33 * RATE_HZ), rail);

        FoundBeats found = FoundBeats.inEcg(RATE_HZ, samples);

        assertThat(found.segmentCount()).isEqualTo(2);
        assertThat(found.timeS).noneMatch(timeS -> timeS > 30.2 && timeS < 32.9);
        BeatMatch after = BeatMatch.of(after(34, BEATS_S), after(34, found.timesS()), 0);
        assertThat(after.missedS()).hasSizeLessThanOrEqualTo(1);
        assertThat(after.extraS()).isEmpty();
    }

    @Test
    void blocksThatCannotBeUsedAreCountedAndChangeNothing() {
        EcgBeatFinder finder = new EcgBeatFinder();
        FoundBeats found = new FoundBeats();
        List<Waveform> blocks = Waves.blocks(WaveformKind.ECG_MICROVOLT, RATE_HZ, ECG, 65);
        Samples none = Samples.of();
        for (Waveform block : blocks) {
            finder.block(block, found);
            finder.block(block, found);
            finder.block(new Waveform(block.timeNs(), block.firstSampleNs(), block.kind(), 50, block.samples()), found);
            finder.block(new Waveform(block.timeNs(), block.firstSampleNs(), block.kind(), RATE_HZ, none), found);
            finder.block(new Waveform(block.timeNs(), Long.MIN_VALUE, block.kind(), RATE_HZ, block.samples()), found);
        }

        assertThat(found.timesS())
                .containsExactly(FoundBeats.inEcg(RATE_HZ, ECG).timesS(), within(1e-7));
        assertThat(finder.clock().blockCount()).isEqualTo(5L * blocks.size());
        assertThat(finder.clock().unsuitedCount()).isEqualTo(blocks.size());
        assertThat(finder.clock().misplacedCount()).isEqualTo(3L * blocks.size());
        assertThat(finder.clock().gapCount()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void afterAnythingAGoodEcgIsReadAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EcgBeatFinder finder = new EcgBeatFinder();
        FoundBeats found = new FoundBeats();
        for (int i = 0; i < 20_000; i++) {
            int[] wild = random.ints(random.nextInt(50)).toArray();
            double rateHz = random.nextInt(3) == 0 ? random.nextDouble(1200) : RATE_HZ;
            long timeNs = i * 100_000_000L;
            long firstNs = random.nextInt(3) == 0 ? random.nextLong() : timeNs - random.nextLong(1_000_000_000L);
            finder.block(new Waveform(timeNs, firstNs, WaveformKind.ECG_MICROVOLT, rateHz, Samples.of(wild)), found);
        }
        long shiftNs = 2_010_000_000_000L;
        FoundBeats good = new FoundBeats();
        for (Waveform block : Waves.blocks(WaveformKind.ECG_MICROVOLT, RATE_HZ, ECG, 65)) {
            finder.block(
                    new Waveform(
                            block.timeNs() + shiftNs,
                            block.firstSampleNs() + shiftNs,
                            block.kind(),
                            RATE_HZ,
                            block.samples()),
                    good);
        }

        BeatMatch match = BeatMatch.of(after(10, BEATS_S), after(10, minus(shiftNs / 1e9, good.timesS())), 0);
        assertThat(match.missedS()).hasSizeLessThanOrEqualTo(1);
        assertThat(match.extraS()).isEmpty();
    }

    private static double[] after(double fromS, double[] timesS) {
        return Arrays.stream(timesS).filter(timeS -> timeS > fromS).toArray();
    }

    private static double[] minus(double shiftS, double[] timesS) {
        return Arrays.stream(timesS).map(timeS -> timeS - shiftS).toArray();
    }

    @ParameterizedTest(name = "sensor clock {0} times as fast as named")
    @ValueSource(doubles = {0.99, 1.0, 1.01})
    void aRateThatIsNotQuiteTheNamedOneIsFollowed(double factor) {
        SplittableRandom random = new SplittableRandom(9);
        double trueHz = RATE_HZ * factor;
        double[] beatsS = SyntheticEcg.beatsS(120, 9);
        int[] samples = SyntheticEcg.around(beatsS, 120, trueHz, 10, 9);
        FoundBeats found = new FoundBeats();
        EcgBeatFinder finder = new EcgBeatFinder();
        for (Waveform block : Waves.blocks(WaveformKind.ECG_MICROVOLT, trueHz, samples, 13)) {
            long lateNs = random.nextLong(8_000_000L);
            finder.block(
                    new Waveform(
                            block.timeNs() + lateNs,
                            block.firstSampleNs() + lateNs,
                            block.kind(),
                            RATE_HZ,
                            block.samples()),
                    found);
        }

        BeatMatch match = BeatMatch.of(after(30, beatsS), after(30, found.timesS()), 0);
        assertThat(finder.clock().gapCount()).isZero();
        assertThat(match.extraS()).isEmpty();
        assertThat(match.timingSdMs()).isLessThan(2);
    }
}
