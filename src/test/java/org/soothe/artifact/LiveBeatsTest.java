package org.soothe.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.beat.BeatSeries;

class LiveBeatsTest {

    private static final double[] STEADY = new double[60];

    static {
        for (int i = 0; i < STEADY.length; i++) {
            STEADY[i] = 800 + 10 * StrictMath.sin(i);
        }
    }

    @Test
    void aNormalBeatIsShownAtOnceAndDecidedTwoBeatsLater() {
        LiveBeats live = new LiveBeats();
        BeatSeries beats = BeatSeries.ofMs(STEADY);
        for (int i = 0; i < beats.size(); i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));

            assertThat(live.provisionalRrMs()).isEqualTo(STEADY[i]);
            assertThat(live.provisionalHeartRateBpm()).isEqualTo(60_000 / STEADY[i]);
            assertThat(live.heardCount()).isEqualTo(i + 1);
            assertThat(live.decidedCount()).isEqualTo(Math.max(0, i - 1));
        }
        assertThat(live.count(BeatClass.NORMAL)).isEqualTo(STEADY.length - 2);
        assertThat(live.nn().nnMs(live.nn().size() - 1)).isEqualTo(STEADY[STEADY.length - 3]);
    }

    @Test
    void anEarlyBeatAndItsPauseKeepTheirTimeAndTheRawValues() {
        double[] rr = STEADY.clone();
        rr[40] = 560;
        rr[41] = 1040;
        LiveBeats live = TestHearts.live(BeatSeries.ofMs(rr));

        assertThat(live.beatClass(40)).isEqualTo(BeatClass.ECTOPIC);
        assertThat(live.beatClass(41)).isEqualTo(BeatClass.ECTOPIC);
        assertThat(live.count(BeatClass.ECTOPIC)).isEqualTo(2);
        assertThat(live.rrMs(40)).isEqualTo(560);
        assertThat(live.correctedMs(40) + live.correctedMs(41)).isEqualTo(1600, within(1e-9));
        assertThat(live.correctedMs(40)).isEqualTo(800, within(15.0));
        assertThat(live.nn().corrected(40)).isTrue();
        assertThat(live.nn().timeNs(41)).isEqualTo(BeatSeries.ofMs(rr).timeNs(41));
    }

    @Test
    void aMissedBeatBecomesTwoIntervalsAndAnExtraOneBecomesNone() {
        double[] rr = STEADY.clone();
        rr[30] = 1600;
        rr[45] = 350;
        rr[46] = 450;
        LiveBeats live = TestHearts.live(BeatSeries.ofMs(rr));

        assertThat(live.beatClass(30)).isEqualTo(BeatClass.MISSED);
        assertThat(live.correctedMs(30)).isEqualTo(800);
        assertThat(live.beatClass(45)).isEqualTo(BeatClass.EXTRA);
        assertThat(live.beatClass(46)).isEqualTo(BeatClass.EXTRA);
        assertThat(live.correctedMs(45)).isNaN();
        assertThat(live.correctedMs(46)).isEqualTo(800);
        assertThat(live.nn().size()).isEqualTo(STEADY.length - 2 + 1 - 1);
    }

    @Test
    void aGapFoundLaterMovesTheNewestBeatsAndPartsThemFromTheOlder() {
        LiveBeats live = TestHearts.live(BeatSeries.ofMs(STEADY));
        long before = live.timeNs(54);
        long moved = live.timeNs(55);

        live.gapFound(5, 3_000_000_000L);

        assertThat(live.timeNs(54)).isEqualTo(before);
        assertThat(live.timeNs(55)).isEqualTo(moved + 3_000_000_000L);
        assertThat(live.startsSegment(55)).isTrue();
        NnSeries nn = live.nn();
        assertThat(nn.timeNs(55)).isEqualTo(moved + 3_000_000_000L);
        assertThat(nn.followsGap(55)).isTrue();
        assertThat(nn.followsGap(54)).isFalse();
        assertThat(nn.followsGap(56)).isFalse();
    }

    @Test
    void anIntervalOutsideTheRangeIsNoHeartRateAndLeavesAGap() {
        LiveBeats live = new LiveBeats();
        double[] rr = STEADY.clone();
        rr[40] = 2600;
        BeatSeries beats = BeatSeries.ofMs(rr);
        for (int i = 0; i <= 40; i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
        }
        assertThat(live.provisionalRrMs()).isNaN();
        assertThat(live.provisionalHeartRateBpm()).isNaN();
        for (int i = 41; i < rr.length; i++) {
            live.beat(beats.timeNs(i), beats.rrMs(i), beats.startsSegment(i));
        }
        assertThat(live.beatClass(40)).isEqualTo(BeatClass.RANGE);
        assertThat(live.nn().followsGap(40)).isTrue();
        assertThat(live.nn().nnMs(40)).isEqualTo(rr[41]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void whateverComesIsAnsweredAndTheSeriesStaysInOrder(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LiveBeats live = new LiveBeats();
        QualityGate gate = new QualityGate();
        IrregularRhythm rhythm = new IrregularRhythm();
        long timeNs = 0;
        for (int i = 0; i < 300_000; i++) {
            double ms = random.nextInt(20) == 0
                    ? StrictMath.pow(10, 12 * random.nextDouble() - 6)
                    : 200 + 2200 * random.nextDouble();
            timeNs += Math.round(Math.min(ms, 60_000) * 1e6);
            live.beat(timeNs, ms, random.nextInt(50) == 0);
            if (random.nextInt(100) == 0) {
                long shiftNs = Math.round(5e9 * random.nextDouble());
                live.gapFound(1 + random.nextInt(30), shiftNs);
                timeNs += shiftNs;
            }
            if (i % 1000 == 0) {
                gate.evaluate(live, timeNs - 60_000_000_000L, timeNs);
                assertThat(gate.coverageRatio()).isBetween(0.0, 1.0);
                assertThat(rhythm.now(live, timeNs)).isNotEqualTo(Rhythm.REGULAR);
                NnSeries nn = live.nn();
                for (int k = 1; k < nn.size(); k++) {
                    assertThat(nn.timeNs(k)).isGreaterThan(nn.timeNs(k - 1));
                    assertThat(nn.nnMs(k)).isBetween(200.0, 2200.0);
                }
            }
        }
        assertThat(live.heardCount() - live.decidedCount()).isLessThanOrEqualTo(CourseJudge.AHEAD_BEATS + 1);
    }

    @Test
    void nothingIsAllocatedPerBeat() {
        var thread = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(7);
        double[] rr = new double[20_000];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = 800 + 60 * random.nextGaussian() + (i % 37 == 0 ? 700 : 0);
        }
        BeatSeries beats = BeatSeries.ofMs(rr);
        LiveBeats live = new LiveBeats();
        QualityGate gate = new QualityGate();
        IrregularRhythm rhythm = new IrregularRhythm();
        long leastBytes = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < beats.size(); i++) {
                live.beat(beats.timeNs(i), beats.rrMs(i), i == 0);
                if (i % 6 == 0) {
                    gate.evaluate(live, beats.timeNs(i) - 60_000_000_000L, beats.timeNs(i));
                    rhythm.now(live, beats.timeNs(i));
                }
            }
            leastBytes = Math.min(leastBytes, thread.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(leastBytes).isLessThan(beats.size()); // less than one byte a beat: nothing
    }
}
