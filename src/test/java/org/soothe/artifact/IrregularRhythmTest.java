package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soothe.artifact.TestHearts.FIVE_MINUTES_NS;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.TestHearts.Breathing;
import org.soothe.beat.BeatSeries;
import org.soothe.testing.ReferenceRecordings;

class IrregularRhythmTest {

    private static final long TICK_NS = 5_000_000_000L;

    /** Live ticks by rhythm: regular, unreadable. */
    private record Ticks(int regular, int unreadable) {

        double unreadableRatio() {
            return (double) unreadable / Math.max(1, regular + unreadable);
        }
    }

    @ParameterizedTest(name = "coefficient of variation {0}, seeds 0 to 99")
    @ValueSource(doubles = {0.10, 0.12, 0.15, 0.20, 0.25, 0.30})
    void atrialFibrillationIsSeenInAtLeast95PercentOfWindowsAndTicks(double variation) {
        int seen = 0;
        int regular = 0;
        int unreadable = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double bpm = 60 + 90 * random.nextDouble();
            BeatSeries beats = BeatSeries.ofMs(TestHearts.fibrillation(random, bpm, variation, 301));
            seen += window(beats, 0) == Rhythm.IRREGULAR ? 1 : 0;
            Ticks ticks = ticks(beats);
            regular += ticks.regular();
            unreadable += ticks.unreadable();
        }

        assertThat(seen).as("windows of 100").isGreaterThanOrEqualTo(95);
        assertThat(new Ticks(regular, unreadable).unreadableRatio())
                .as("live ticks")
                .isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nsr001", "nsr004"})
    void aNormalDayIsHardlyEverCalledIrregular(String id) {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.allMs(id));
        CleanSeries clean = BeatCleaner.clean(beats);
        IrregularRhythm rhythm = new IrregularRhythm();
        int windows = 0;
        int flagged = 0;
        for (long t = 0; t + FIVE_MINUTES_NS <= beats.timeNs(beats.size() - 1); t += FIVE_MINUTES_NS) {
            windows++;
            flagged += unreadable(rhythm.of(clean, t, t + FIVE_MINUTES_NS)) ? 1 : 0;
        }

        assertThat(windows).isGreaterThan(260);
        assertThat(flagged).isLessThanOrEqualTo(windows / 50);
        assertThat(ticks(beats).unreadableRatio()).isLessThanOrEqualTo(0.02);
    }

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
            assertThat(ticks(beats).unreadable()).as("seed %d %s", seed, person).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"synth-chirp", "synth-sweep", "synth-states", "synth-direct_bigrsa", "polar-exercise"})
    void aKnownRegularSeriesIsNeverFlaggedLive(String id) {
        assertThat(ticks(BeatSeries.ofMs(ReferenceRecordings.allMs(id))).unreadable())
                .isZero();
    }

    @Test
    void bigeminyIsFrequentEctopicBeatsFromEndToEnd() {
        BeatSeries beats = BeatSeries.ofMs(ReferenceRecordings.rrMs("polar-h10-pvc"));

        assertThat(window(beats, 0)).isEqualTo(Rhythm.FREQUENT_ECTOPICS);
        assertThat(ticks(beats).regular()).isZero();
    }

    @Test
    void tooFewBeatsAreUnknownNotRegular() {
        double[] rr = new double[20];
        java.util.Arrays.fill(rr, 800);
        BeatSeries beats = BeatSeries.ofMs(rr);

        assertThat(window(beats, 0)).isEqualTo(Rhythm.UNKNOWN);
        assertThat(new IrregularRhythm().now(TestHearts.live(beats), 16_000_000_000L))
                .isEqualTo(Rhythm.UNKNOWN);
        assertThat(new IrregularRhythm().now(new LiveBeats(), 0)).isEqualTo(Rhythm.UNKNOWN);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aMinuteAfterFibrillationOrNoiseEndsTheRhythmIsRegularAgain(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] disturbed = TestHearts.fibrillation(random, 110, 0.5, 120);
        double[] good = TestHearts.breathing(random, new Breathing(60, 6, 14, 0, 3, 0), 0, 120);
        double[] both = java.util.Arrays.copyOf(disturbed, disturbed.length + good.length);
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

    private static Ticks ticks(BeatSeries beats) {
        LiveBeats live = new LiveBeats();
        IrregularRhythm rhythm = new IrregularRhythm();
        int regular = 0;
        int unreadable = 0;
        long tickNs = TICK_NS;
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
            if (beats.timeNs(i) >= tickNs) {
                Rhythm now = rhythm.now(live, beats.timeNs(i));
                regular += now == Rhythm.REGULAR ? 1 : 0;
                unreadable += unreadable(now) ? 1 : 0;
                tickNs = beats.timeNs(i) + TICK_NS;
            }
        }
        return new Ticks(regular, unreadable);
    }

    private static boolean unreadable(Rhythm rhythm) {
        return rhythm == Rhythm.IRREGULAR || rhythm == Rhythm.FREQUENT_ECTOPICS;
    }
}
