package org.soothe.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.event.RrIntervals;
import org.soothe.event.RrPacket;
import org.soothe.event.SensorContact;

class BeatClockTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final BeatClock clock = new BeatClock();
    private final BeatSeries.Builder beats = new BeatSeries.Builder();

    @Test
    void beatTimesComeFromAddingIntervalsWhateverTheArrivalJitters() {
        SplittableRandom random = new SplittableRandom(1);
        double[] rrMs = new double[200];
        long trueNs = 0;
        for (int i = 0; i < rrMs.length; i++) {
            rrMs[i] = 800 + random.nextInt(200);
            trueNs += Math.round(rrMs[i] * 1e6);
            send(trueNs + random.nextLong(300_000_000L), rrMs[i]);
        }
        BeatSeries series = beats.build();
        assertThat(series.size()).isEqualTo(rrMs.length);
        assertThat(clock.gapCount()).isZero();
        for (int i = 1; i < series.size(); i++) {
            assertThat(series.timeNs(i) - series.timeNs(i - 1)).isEqualTo(Math.round(rrMs[i] * 1e6));
            assertThat(series.startsSegment(i)).isFalse();
        }
    }

    @Test
    void aPacketMayHoldManyIntervalsOldestFirst() {
        clock.packet(packet(5 * SECOND_NS, 900, 1000, 1100), beats);
        BeatSeries series = beats.build();
        assertThat(series.timeNs(2)).isEqualTo(5 * SECOND_NS);
        assertThat(series.timeNs(1)).isEqualTo(3_900_000_000L);
        assertThat(series.timeNs(0)).isEqualTo(2_900_000_000L);
    }

    @Test
    void aLostBeatShowsAsAGapWhereTheRiseOfTheLagBegan() {
        for (int second = 1; second <= 40; second++) {
            if (second != 21) {
                send(second * SECOND_NS + second % 3 * 10_000_000L, 1000);
            }
        }
        BeatSeries series = beats.build();
        assertThat(series.size()).isEqualTo(39);
        assertThat(clock.gapCount()).isEqualTo(1);
        for (int i = 1; i < series.size(); i++) {
            assertThat(series.startsSegment(i)).as("interval %d", i).isEqualTo(i == 20);
        }
        assertThat((series.timeNs(20) - series.timeNs(19)) / 1e9).isBetween(1.95, 2.05);
    }

    @Test
    void aPacketThatComesLateComesBackDownAndIsNoGap() {
        for (int second = 1; second <= 40; second++) {
            send((second == 20 || second == 21) ? 22 * SECOND_NS : second * SECOND_NS, 1000);
        }
        assertThat(clock.gapCount()).isZero();
        assertThat(clock.lateCount())
                .as("later than any sender could hold a beat back")
                .isEqualTo(1);
        assertThat(beats.build().timeNs(39)).isEqualTo(40 * SECOND_NS);
    }

    @Test
    void aLongQueueThatDrainsAtOnceIsNoGap() {
        for (int second = 1; second <= 60; second++) {
            send(second >= 20 && second < 32 ? 32 * SECOND_NS : second * SECOND_NS, 1000);
        }
        assertThat(clock.gapCount()).isZero();
        assertThat(beats.build().timeNs(59)).isEqualTo(60 * SECOND_NS);
    }

    @Test
    void afterAMinuteOfSilenceTheNextIntervalStartsASegmentAtItsArrival() {
        for (int second = 1; second <= 200; second++) {
            if (second <= 50 || second > 120) {
                send(second * SECOND_NS, 1000);
            }
        }
        BeatSeries series = beats.build();
        assertThat(series.startsSegment(50)).isTrue();
        assertThat(series.timeNs(50)).isEqualTo(121 * SECOND_NS);
        assertThat(series.timeNs(129)).isEqualTo(200 * SECOND_NS);
        assertThat(clock.gapCount()).isEqualTo(1);
    }

    /** A strap that notifies at its own pace holds back a beat by up to one interval, for many packets in a row. */
    @ParameterizedTest(name = "a notification every {0} ms, RR around {1} ms, empty ones sent: {2}")
    @CsvSource({
        "1000, 1050, true",
        "1000, 1050, false",
        "1000, 1000, true",
        "1120, 600, true",
        "1120, 1100, true",
        "1120, 1100, false",
        "1000, 520, true",
        "500, 900, true",
        "500, 900, false",
        "2000, 980, true"
    })
    void aStrapThatNotifiesAtItsOwnPaceLosesNoBeatAndHasNoGap(int everyMs, int rrMs, boolean sendsEmpty) {
        SplittableRandom random = new SplittableRandom(everyMs * 10_000L + rrMs);
        for (int person = 0; person < 5; person++) {
            BeatClock fresh = new BeatClock();
            int sent = notify(fresh, random, everyMs, rrMs, sendsEmpty, Integer.MAX_VALUE);
            assertThat(fresh.beatCount()).isEqualTo(sent);
            assertThat(fresh.gapCount()).isZero();
        }
    }

    /** Here a held-back beat and a lost packet look alike the first time: it may cost a pair, never a beat. */
    @Test
    void aSenderOfTheHeartsOwnPaceThatSendsNothingEmptyLosesNoBeat() {
        SplittableRandom random = new SplittableRandom(77);
        for (int person = 0; person < 20; person++) {
            BeatClock fresh = new BeatClock();
            int sent = notify(fresh, random, 1000, 1000, false, Integer.MAX_VALUE);
            assertThat(fresh.beatCount()).isEqualTo(sent);
            assertThat(fresh.gapCount()).isLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest(name = "a notification every {0} ms, RR around {1} ms")
    @CsvSource({"1000, 1050", "1120, 600", "1120, 1100", "500, 900"})
    void aStrapWhosePacketsAreLostForFiveSecondsHasOneGapOfAboutThatLength(int everyMs, int rrMs) {
        SplittableRandom random = new SplittableRandom(everyMs + rrMs);
        for (int person = 0; person < 20; person++) {
            BeatClock fresh = new BeatClock();
            BeatSeries.Builder placed = new BeatSeries.Builder();
            notify(fresh, placed, random, everyMs, rrMs, true, 200_000);
            BeatSeries series = placed.build();
            assertThat(fresh.gapCount()).isEqualTo(1);
            for (int i = 1; i < series.size(); i++) {
                if (series.startsSegment(i)) {
                    assertThat(series.timeNs(i - 1) / 1e9).isBetween(190.0, 202.0);
                    assertThat((series.timeNs(i) - series.timeNs(i - 1)) / 1e9).isBetween(4.0, 8.5);
                }
            }
        }
    }

    private int notify(
            BeatClock to, SplittableRandom random, int everyMs, int rrMs, boolean sendsEmpty, int lostFromMs) {
        return notify(to, beats, random, everyMs, rrMs, sendsEmpty, lostFromMs);
    }

    /** Ten minutes of a heart with breathing and drift, sent in packets; those within 5 s of lostFromMs are lost. */
    private static int notify(
            BeatClock to,
            BeatSeries.Builder placed,
            SplittableRandom random,
            int everyMs,
            int rrMs,
            boolean sendsEmpty,
            int lostFromMs) {
        double beatMs = random.nextDouble(1000);
        double previousBeatMs = beatMs;
        double drift = 0;
        int sent = 0;
        List<Double> held = new ArrayList<>();
        for (double nowMs = everyMs; nowMs < 600_000; nowMs += everyMs) {
            while (beatMs <= nowMs) {
                if (beatMs > previousBeatMs) {
                    held.add(beatMs - previousBeatMs);
                }
                previousBeatMs = beatMs;
                drift = 0.99 * drift + random.nextDouble(-2, 2);
                beatMs += Math.rint(rrMs + 0.03 * rrMs * Math.sin(2 * Math.PI * beatMs / 4000) + drift);
            }
            boolean lost = nowMs >= lostFromMs && nowMs < lostFromMs + 5000;
            if (!lost && (sendsEmpty || !held.isEmpty())) {
                double[] rr = held.stream().mapToDouble(Double::doubleValue).toArray();
                sent += rr.length;
                to.packet(packet(Math.round((nowMs + random.nextDouble(40)) * 1e6), rr), placed);
            }
            held.clear();
        }
        return sent;
    }

    @Test
    void aPacketSentTwiceIsDroppedAndCounted() {
        for (int second = 1; second <= 30; second++) {
            send(second * SECOND_NS, 990 + second % 2 * 20);
            if (second == 15) {
                send(second * SECOND_NS + 5_000_000L, 990 + second % 2 * 20);
            }
        }
        assertThat(clock.duplicateCount()).isEqualTo(1);
        assertThat(clock.gapCount()).isZero();
        assertThat(beats.build().size()).isEqualTo(30);
    }

    @Test
    void lostContactEndsTheSegmentAndItsIntervalsAreNotUsed() {
        send(SECOND_NS, 1000);
        clock.packet(new RrPacket(2 * SECOND_NS, SensorContact.LOST, Double.NaN, RrIntervals.ofTicks1024(768)), beats);
        send(3 * SECOND_NS, 1000);
        BeatSeries series = beats.build();
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.startsSegment(1)).isTrue();
    }

    @Test
    void intervalsNoClockCanCountAreCountedAndLeaveAGap() {
        clock.packet(packet(SECOND_NS, 1000), beats);
        clock.packet(packet(3 * SECOND_NS, 1000, Double.NaN, 1000), beats);
        clock.packet(packet(4 * SECOND_NS, 0), beats);
        clock.packet(packet(5 * SECOND_NS, 1e300), beats);
        clock.packet(packet(6 * SECOND_NS, -1), beats);
        assertThat(clock.uncountableCount()).isEqualTo(4);
        BeatSeries series = beats.build();
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.startsSegment(2)).isTrue();
        assertThat(series.timeNs(2)).isEqualTo(3 * SECOND_NS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void beatsNeverRunAheadOfTheirArrivalAndNeverGoBackInAFlood(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] lastNs = {Long.MIN_VALUE};
        BeatSink sink = new BeatSink() {
            @Override
            public void beat(long timeNs, double rrMs, boolean startsSegment) {
                assertThat(timeNs).isGreaterThan(lastNs[0]);
                lastNs[0] = timeNs;
            }

            @Override
            public void gapFound(int beatCount, long shiftNs) {
                assertThat(shiftNs).isPositive();
                lastNs[0] += shiftNs;
            }
        };
        long arrivalNs = 0;
        for (int i = 0; i < 20_000; i++) {
            arrivalNs += random.nextLong(random.nextInt(10) == 0 ? 2 * SECOND_NS : 50_000_000L);
            double[] rrMs = random.doubles(random.nextInt(5), 200, 2500).toArray();
            clock.packet(packet(arrivalNs, rrMs), sink);
            if (lastNs[0] != Long.MIN_VALUE) {
                assertThat(lastNs[0]).isLessThanOrEqualTo(arrivalNs + 4 * SECOND_NS);
            }
        }
        assertThat(clock.surplusCount()).isPositive();
    }

    private void send(long arrivalNs, double rrMs) {
        clock.packet(packet(arrivalNs, rrMs), beats);
    }

    private static RrPacket packet(long arrivalNs, double... rrMs) {
        return new RrPacket(arrivalNs, SensorContact.PRESENT, Double.NaN, RrIntervals.ofMs(rrMs));
    }
}
