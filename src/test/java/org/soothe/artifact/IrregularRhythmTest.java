package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soothe.artifact.TestHearts.FIVE_MINUTES_NS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.TestHearts.Breathing;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;

class IrregularRhythmTest {

    @Test
    void deepBreathingFastOrSlowIsNotIrregularInAnyOf200Persons() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double rate = new double[] {4, 5.5, 6, 7, 10, 15}[random.nextInt(6)];
            double swing = rate > 12 ? 12 : rate > 7 ? 20 : 40;
            Breathing person =
                    new Breathing(65 + 20 * random.nextDouble(), swing, rate, 0.08, 3 * random.nextInt(3), 0);
            BeatSeries beats = BeatSeries.ofMs(TestHearts.breathing(random, person, 2, 301));

            assertThat(window(beats, 0)).as("seed %d %s", seed, person).isEqualTo(Rhythm.REGULAR);
            assertThat(new RhythmCounts().add(beats).unreadableTicksPercent())
                    .as("seed %d %s", seed, person)
                    .isZero();
        }
    }

    @Test
    void bigeminyIsFrequentEctopicBeatsFromEndToEnd() {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.rrMs("polar-h10-pvc"));

        assertThat(window(beats, 0)).isEqualTo(Rhythm.FREQUENT_ECTOPICS);
        assertThat(new RhythmCounts().add(beats).unreadableTicksPercent()).isEqualTo(100);
    }

    @Test
    void tooFewBeatsAreUnknownNotRegular() {
        double[] rr = new double[20];
        Arrays.fill(rr, 800);
        BeatSeries beats = BeatSeries.ofMs(rr);

        assertThat(window(beats, 0)).isEqualTo(Rhythm.UNKNOWN);
        assertThat(new IrregularRhythm().now(TestHearts.live(beats), 16_000_000_000L))
                .isEqualTo(Rhythm.UNKNOWN);
        assertThat(new IrregularRhythm().now(new LiveBeats(), 0)).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    void aRestingHeartOf57AMinuteIsRegularFromItsFirstVerdict() {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.allMs("polar-rest"));
        EnumMap<Rhythm, Integer> ticks = new EnumMap<>(Rhythm.class);

        RhythmCounts.ticks(beats, (nowNs, rhythm) -> ticks.merge(rhythm, 1, Integer::sum));

        assertThat(ticks).containsOnlyKeys(Rhythm.UNKNOWN, Rhythm.REGULAR);
        assertThat(ticks.get(Rhythm.UNKNOWN)).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest(name = "{0} a minute")
    @ValueSource(ints = {42, 50, 57, 120})
    void theFirstVerdictComesWithTheBeat48(int bpm) {
        double[] rr = new double[64];
        Arrays.fill(rr, 60_000.0 / bpm);
        BeatSeries beats = BeatSeries.ofMs(rr);
        LiveBeats live = new LiveBeats();
        IrregularRhythm rhythm = new IrregularRhythm();
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));

            assertThat(rhythm.now(live, beats.timeNs(i)))
                    .as("beat %d", i + 1)
                    .isEqualTo(i + 1 < 48 ? Rhythm.UNKNOWN : Rhythm.REGULAR);
        }
    }

    @ParameterizedTest(name = "{0} a minute, seeds 0 to 49")
    @ValueSource(ints = {45, 55, 65})
    void fibrillationOfASlowHeartIsSeenThoughItNeverFills64Beats(int bpm) {
        RhythmCounts counts = new RhythmCounts();
        for (int seed = 0; seed < 50; seed++) {
            counts.add(BeatSeries.ofMs(TestHearts.fibrillation(new SplittableRandom(seed), bpm, 0.15, 301)));
        }

        assertThat(counts.tickCount()).isGreaterThan(1000);
        assertThat(counts.unreadableTicksPercent()).isGreaterThanOrEqualTo(95);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aMinuteAfterFibrillationOrNoiseEndsTheRhythmIsRegularAgain(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] disturbed = TestHearts.fibrillation(random, 110, 0.5, 120);
        double[] good = TestHearts.breathing(random, new Breathing(60, 6, 14, 0, 3, 0), 0, 120);
        double[] both = Arrays.copyOf(disturbed, disturbed.length + good.length);
        System.arraycopy(good, 0, both, disturbed.length, good.length);
        BeatSeries beats = BeatSeries.ofMs(both);
        long endNs = beats.timeNs(disturbed.length - 1);
        LiveBeats live = new LiveBeats();
        IrregularRhythm rhythm = new IrregularRhythm();
        int checked = 0;
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
            if (beats.timeNs(i) > endNs + 60_000_000_000L) {
                assertThat(rhythm.now(live, beats.timeNs(i))).isEqualTo(Rhythm.REGULAR);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    private static Rhythm window(BeatSeries beats, long fromNs) {
        return new IrregularRhythm().of(BeatCleaner.clean(beats), fromNs, fromNs + FIVE_MINUTES_NS);
    }
}
