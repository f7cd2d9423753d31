package org.soothe.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrapTimeTest {

    private static final long BLOCK_NS = 561_538_462;
    private static final long LEAST_DELAY_NS = 20_000_000;
    private static final long CLOCK_NS = 599_616_000_000_000_000L;

    /** Delays of a link: 20 ms at least, often 50 more, now and then a second. */
    private static long delayNs(SplittableRandom random) {
        long delayNs = LEAST_DELAY_NS + random.nextLong(50_000_000);
        return random.nextInt(40) == 0 ? delayNs + random.nextLong(1_000_000_000) : delayNs;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anHourOfJitterAndDriftStaysWithinTenMillisecondsOfTheTruthAndNeverJumps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StrapTime time = new StrapTime();
        double drift = 40e-6;
        long lastPlacedNs = 0;
        for (long block = 1; block * BLOCK_NS < 3_600_000_000_000L; block++) {
            long trueNs = block * BLOCK_NS;
            long strapNs = CLOCK_NS + Math.round(trueNs * (1 + drift));
            time.update(strapNs, trueNs + delayNs(random));
            long placedNs = time.onSessionAxis(strapNs);
            if (trueNs > 60_000_000_000L) {
                assertThat(placedNs - trueNs - LEAST_DELAY_NS)
                        .as("at %d ns", trueNs)
                        .isBetween(-10_000_000L, 10_000_000L);
                assertThat(placedNs - lastPlacedNs).isCloseTo(BLOCK_NS, within(300_000L));
            }
            lastPlacedNs = placedNs;
        }
    }

    @ParameterizedTest(name = "{0} ns off")
    @ValueSource(longs = {3_600_000_000_000L, -3_600_000_000_000L, 9_000_000_000_000_000_000L, Long.MIN_VALUE})
    void oneWrongTimeSpoilsNoOtherBlock(long offNs) {
        StrapTime time = new StrapTime();
        for (long block = 1; block < 200; block++) {
            long strapNs = CLOCK_NS + block * BLOCK_NS + (block == 50 ? offNs : 0);
            time.update(strapNs, block * BLOCK_NS + LEAST_DELAY_NS);
            if (block != 50) {
                assertThat(time.onSessionAxis(strapNs))
                        .as("block %d", block)
                        .isEqualTo(block * BLOCK_NS + LEAST_DELAY_NS);
            }
        }
    }

    @Test
    void aClockThatIsSetBackFarIsFollowedAtOnce() {
        StrapTime time = new StrapTime();
        for (long block = 1; block < 200; block++) {
            long strapNs = (block < 50 ? CLOCK_NS : 0) + block * BLOCK_NS;
            time.update(strapNs, block * BLOCK_NS + LEAST_DELAY_NS);
            assertThat(time.onSessionAxis(strapNs)).as("block %d", block).isEqualTo(block * BLOCK_NS + LEAST_DELAY_NS);
        }
    }

    @Test
    void firstBlocksThatComeLateDoNotShiftWhatFollows() {
        StrapTime time = new StrapTime();
        time.update(CLOCK_NS, 20_000_000_000L);
        for (int block = 1; block <= 3; block++) {
            time.update(
                    CLOCK_NS + block * BLOCK_NS, block * BLOCK_NS + LEAST_DELAY_NS + 20_000_000_000L - 3_000_000_000L);
        }
        assertThat(time.onSessionAxis(CLOCK_NS + 3 * BLOCK_NS))
                .isEqualTo(3 * BLOCK_NS + LEAST_DELAY_NS + 17_000_000_000L);
    }

    @Test
    void aClockThatWasSetForwardIsFollowedAtOnceAndOneSetBackWithinAMinute() {
        StrapTime time = new StrapTime();
        long arrivalNs = 0;
        for (int block = 0; block < 100; block++) {
            arrivalNs = block * BLOCK_NS;
            time.update(arrivalNs, arrivalNs);
        }
        time.update(arrivalNs + 1_000_000_000L, arrivalNs);
        assertThat(time.onSessionAxis(arrivalNs + 1_000_000_000L)).isEqualTo(arrivalNs);
        for (int block = 100; block < 220; block++) {
            arrivalNs = block * BLOCK_NS;
            time.update(arrivalNs, arrivalNs);
        }
        assertThat(time.onSessionAxis(arrivalNs)).isEqualTo(arrivalNs);
    }
}
