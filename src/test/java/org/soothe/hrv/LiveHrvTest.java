package org.soothe.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soothe.artifact.NnSeries;

class LiveHrvTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final LiveHrv live = new LiveHrv();

    @Test
    void beforeTheFirstBeatEverythingIsWithheld() {
        live.tick(NnArray.ofMs(), 5 * SECOND_NS);

        assertThat(live.shownHeartRateBpm().reason()).isEqualTo(WithheldReason.TOO_FEW_BEATS);
        assertThat(live.rmssdMs().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);
        assertThat(live.hfMs2().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);
        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);
        assertThat(live.hfMs2().orNaN()).isNaN();
    }

    @Test
    void eachMeasureAppearsWhenItsWindowIsFull() {
        double[] nn = Hearts.resting(200, 1);

        tickAt(nn, 20);
        assertThat(live.shownHeartRateBpm().reason()).isNull();
        assertThat(live.heartRateBpm().reason()).isEqualTo(WithheldReason.TOO_FEW_BEATS);
        assertThat(live.rmssdMs().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);

        tickAt(nn, 61);
        assertThat(live.heartRateBpm().reason()).isNull();
        assertThat(live.rmssdMs().reason()).isNull();
        assertThat(live.hfMs2().reason()).isNull();
        assertThat(live.lfMs2().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);
        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);

        tickAt(nn, 70);
        assertThat(live.breathingRatePerMin().orNaN()).isCloseTo(15, within(0.3));
        assertThat(live.lfMs2().reason()).isEqualTo(WithheldReason.WINDOW_TOO_SHORT);

        tickAt(nn, 122);
        assertThat(live.lfMs2().reason()).isNull();
        assertThat(live.smoothnessRatio().reason()).isNull();
    }

    @Test
    void valuesAreThoseOfTheWindowThatEndsAtTheTick() {
        double[] nn = Hearts.resting(400, 2);
        tickAt(nn, 300);

        NnArray all = NnArray.ofMs(nn);
        int to = 0;
        while (all.timeNs(to) <= 300 * SECOND_NS) {
            to++;
        }
        int from = to;
        while (all.timeNs(from - 1) > 240 * SECOND_NS) {
            from--;
        }
        TimeDomain minute = new TimeDomain();
        minute.read(all, from, to, PairRule.UNCORRECTED_ONLY);
        assertThat(live.rmssdMs().orNaN()).isEqualTo(minute.rmssdMs());
        assertThat(live.heartRateBpm().orNaN()).isEqualTo(minute.heartRateBpm());
        while (all.timeNs(from - 1) > 180 * SECOND_NS) {
            from--;
        }
        PowerSpectrum spectrum = new SpectrumAnalyzer(SpectrumSettings.LIVE).read(all, from, to);
        assertThat(live.hfMs2().orNaN()).isEqualTo(spectrum.powerMs2(Band.HF));
        assertThat(live.lfMs2().orNaN()).isEqualTo(spectrum.powerMs2(Band.LF));
        // breathing 30 ms, seen through beats of 0.85 s; the wave of blood pressure 20 ms
        assertThat(live.hfMs2().orNaN()).isBetween(350.0, 550.0);
        assertThat(live.lfMs2().orNaN()).isBetween(150.0, 280.0);
    }

    @Test
    void aLongGapLeavesTheTimeDomainAndWithholdsTheSpectrum() {
        double[] nn = Hearts.resting(200, 3);
        FakeNn gap = new FakeNn(nn).gapBefore(160, 5_000);
        live.tick(gap, gap.timeNs(195));

        assertThat(live.rmssdMs().reason()).isNull();
        assertThat(live.hfMs2().reason()).isEqualTo(WithheldReason.GAP_TOO_LONG);
        assertThat(live.lfMs2().reason()).isEqualTo(WithheldReason.GAP_TOO_LONG);
        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.GAP_TOO_LONG);
        assertThat(live.smoothnessRatio().reason()).isEqualTo(WithheldReason.GAP_TOO_LONG);
    }

    @Test
    void silenceTakesTheValuesAwayAndDoesNotRepeatTheLastOnes() {
        double[] nn = Hearts.resting(150, 4);
        NnArray all = NnArray.ofMs(nn);
        long endNs = all.timeNs(nn.length - 1);

        live.tick(all, endNs);
        assertThat(live.rmssdMs().reason()).isNull();
        live.tick(all, endNs + 10 * SECOND_NS);
        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.GAP_TOO_LONG);
        live.tick(all, endNs + 15 * SECOND_NS);
        assertThat(live.rmssdMs().reason()).isEqualTo(WithheldReason.LOW_COVERAGE);
        assertThat(live.hfMs2().reason()).isEqualTo(WithheldReason.LOW_COVERAGE);
        live.tick(all, endNs + 300 * SECOND_NS);
        assertThat(live.shownHeartRateBpm().reason()).isEqualTo(WithheldReason.TOO_FEW_BEATS);
        assertThat(live.shownHeartRateBpm().orNaN()).isNaN();
    }

    @Test
    void correctedIntervalsCountForTheHeartRateButNotForPairs() {
        double[] nn = Hearts.resting(100, 5);
        FakeNn fake = new FakeNn(nn);
        for (int i = 0; i < nn.length; i += 2) {
            fake.correct(i);
        }
        live.tick(fake, fake.timeNs(nn.length - 1));

        assertThat(live.heartRateBpm().reason()).isNull();
        assertThat(live.rmssdMs().reason()).isEqualTo(WithheldReason.TOO_FEW_BEATS);
    }

    @Test
    void intervalsAllAlikeHaveNoLogarithmAndNoRhythm() {
        double[] nn = new double[200];
        java.util.Arrays.fill(nn, 800);
        tickAt(nn, 150);

        assertThat(live.rmssdMs().orNaN()).isZero();
        assertThat(live.lnRmssd().reason()).isEqualTo(WithheldReason.NO_VARIATION);
        assertThat(live.lnHf().reason()).isEqualTo(WithheldReason.NO_VARIATION);
        assertThat(live.smoothnessRatio().reason()).isEqualTo(WithheldReason.NO_VARIATION);
        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.BREATHING_UNKNOWN);
    }

    @Test
    void theRsaBandFollowsTheBreathingRateThatIsGiven() {
        double[] nn = Hearts.breathing(1000, 60, 0.1, 5, 200, 6);
        tickAt(nn, 180);
        assertThat(live.rsaPowerMs2().reason()).isEqualTo(WithheldReason.BREATHING_UNKNOWN);

        live.rsaBand(6);
        assertThat(live.rsaLowHz().orNaN()).isCloseTo(0.065, within(1e-12));
        assertThat(live.rsaHighHz().orNaN()).isCloseTo(0.135, within(1e-12));
        assertThat(live.rsaPowerMs2().orNaN()).isCloseTo(1800, within(60.0));
        assertThat(live.hfMs2().orNaN()).isLessThan(50);

        live.rsaBand(31);
        assertThat(live.rsaPowerMs2().reason()).isEqualTo(WithheldReason.BREATHING_TOO_FAST);
        live.rsaBand(Double.NaN);
        assertThat(live.rsaPowerMs2().reason()).isEqualTo(WithheldReason.BREATHING_UNKNOWN);
    }

    @Test
    void slowBreathingIsNotNamedWithoutAPacer() {
        tickAt(Hearts.breathing(1000, 60, 0.1, 5, 200, 7), 180);

        assertThat(live.breathingRatePerMin().reason()).isEqualTo(WithheldReason.BREATHING_UNKNOWN);
        assertThat(live.smoothnessRatio().orNaN()).isGreaterThan(0.8);
    }

    @Test
    void theBreathingRateIsTheMedianOfThreeTicks() {
        RecentMedian median = new RecentMedian();
        assertThat(median.median()).isNaN();
        median.add(12);
        assertThat(median.median()).isEqualTo(12);
        median.add(20);
        assertThat(median.median()).isEqualTo(16);
        median.add(13);
        assertThat(median.median()).isEqualTo(13);
        median.add(Double.NaN);
        assertThat(median.median()).isEqualTo(16.5);
        median.add(Double.NaN);
        assertThat(median.median()).isEqualTo(13);
        median.add(Double.NaN);
        assertThat(median.median()).isNaN();
    }

    @Test
    void aTickAllocatesNothing() {
        NnArray nn = NnArray.ofMs(Hearts.resting(1000, 8));
        for (int second = 0; second < 900; second += 5) {
            tick(nn, second);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        for (int second = 0; second < 900; second += 5) {
            tick(nn, second);
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(bytes).as("180 ticks, no object is below 16 bytes").isLessThan(180 * 16);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void nothingThatASensorSendsMakesItThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int repeat = 0; repeat < 200; repeat++) {
            int n = random.nextInt(3000);
            double spread = Math.exp(random.nextDouble() * 10);
            double[] nn = random.doubles(n, 0.001, 1 + spread).toArray();
            FakeNn fake = new FakeNn(nn);
            for (int i = 0; i < n / 10; i++) {
                fake.gapBefore(random.nextInt(n), random.nextDouble() * random.nextInt(5000));
                fake.correct(random.nextInt(n));
            }
            live.tick(fake, random.nextLong(400 * SECOND_NS));
            live.rsaBand(random.nextDouble() * 60);
            assertThat(live.measures()).isNotNull();
        }
        double[] good = Hearts.resting(200, seed);
        tickAt(good, 180);
        assertThat(live.lnHf().reason()).isNull();
    }

    private void tickAt(double[] nnMs, long second) {
        tick(NnArray.ofMs(nnMs), second);
    }

    private void tick(NnSeries nn, long second) {
        live.tick(nn, second * SECOND_NS);
    }
}
