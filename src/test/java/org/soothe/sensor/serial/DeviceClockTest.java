package org.soothe.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device whose crystal is off, heard through a cable that delivers late and unevenly. */
class DeviceClockTest {

    private static final long STEP_NS = 10_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long SETTLED_NS = 60 * SECOND_NS;
    private static final long BEAT_STEPS = 80;

    private static long deviceNs(long trueNs, double driftPpm) {
        return Math.round(trueNs * (1 + driftPpm / 1e6)) + 123_456_789L;
    }

    @ParameterizedTest(name = "crystal off by {0} ppm, up to {1} ms late")
    @CsvSource({"0, 0.2", "100, 1", "-100, 16", "5000, 1", "-5000, 16", "3000, 4"})
    void intervalsOnTheSessionAxisAreRight(double driftPpm, double lateMs) {
        SplittableRandom random = new SplittableRandom(21);
        DeviceClock clock = new DeviceClock();
        DescriptiveStatistics errorMs = new DescriptiveStatistics();
        DescriptiveStatistics offsetMs = new DescriptiveStatistics();
        long lastMappedNs = Long.MIN_VALUE;
        double lastBeatNs = Double.NaN;
        for (long step = 1; step < 30_000; step++) {
            long trueNs = step * STEP_NS;
            clock.heard(deviceNs(trueNs, driftPpm), trueNs + Math.round(random.nextDouble() * lateMs * 1e6));
            long mappedNs = clock.toSessionNs(deviceNs(trueNs, driftPpm));
            if (trueNs > SETTLED_NS) {
                assertThat(mappedNs).as("never back").isGreaterThan(lastMappedNs);
                offsetMs.addValue((mappedNs - trueNs) / 1e6);
                if (step % BEAT_STEPS == 0) {
                    errorMs.addValue((mappedNs - lastBeatNs - BEAT_STEPS * STEP_NS) / 1e6);
                }
            }
            if (step % BEAT_STEPS == 0) {
                lastBeatNs = mappedNs;
            }
            lastMappedNs = mappedNs;
        }
        assertThat(errorMs.getStandardDeviation())
                .as("SD of 800 ms, in ms, seed 21")
                .isLessThan(0.1);
        assertThat(Math.abs(errorMs.getMean()))
                .as("mean error of 800 ms, in ms")
                .isLessThan(0.02);
        assertThat(offsetMs.getMin()).isGreaterThan(-0.5 - lateMs / 8);
        assertThat(offsetMs.getMax()).isLessThan(0.5 + lateMs / 8);
        assertThat(clock.driftRatio()).isCloseTo(1 / (1 + driftPpm / 1e6) - 1, offset(2e-5));
    }

    @ParameterizedTest(name = "a device clock that jumps by {0} s")
    @CsvSource({"-5", "7", "0.8"})
    void anotherDeviceTimeIsFoundAgain(double jumpS) {
        DeviceClock clock = new DeviceClock();
        long jumpNs = 0;
        for (long step = 1; step < 4_000; step++) {
            long trueNs = step * STEP_NS;
            if (step == 2_000) {
                jumpNs = Math.round(jumpS * SECOND_NS);
            }
            clock.heard(trueNs + jumpNs, trueNs);
        }
        long nowNs = 4_000 * STEP_NS;
        assertThat(clock.toSessionNs(nowNs + jumpNs) - nowNs).isBetween(-STEP_NS, STEP_NS);
    }

    @ParameterizedTest(name = "everything {0} s late once")
    @CsvSource({"0.3", "2", "4"})
    void aCableThatHoldsEverythingBackOnceMovesNothing(double heldS) {
        DeviceClock clock = new DeviceClock();
        long heldNs = Math.round(heldS * SECOND_NS);
        long heldAtNs = 20 * SECOND_NS;
        double worstMs = 0;
        for (long step = 1; step < 6_000; step++) {
            long trueNs = step * STEP_NS;
            boolean held = trueNs > heldAtNs && trueNs < heldAtNs + heldNs;
            clock.heard(trueNs, held ? heldAtNs + heldNs : trueNs);
            worstMs = Math.max(worstMs, Math.abs(clock.toSessionNs(trueNs) - trueNs) / 1e6);
        }
        assertThat(worstMs).isLessThan(1);
    }
}
