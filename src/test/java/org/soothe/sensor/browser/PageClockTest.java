package org.soothe.sensor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageClockTest {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;

    private final PageClock clock = new PageClock();

    @Test
    void packetsKeepTheirDistanceHoweverUnevenlyTheyArrive() {
        long first = clock.toSessionNs(7_000 * NS_PER_S, 20 * NS_PER_MS);
        long second = clock.toSessionNs(7_001 * NS_PER_S, NS_PER_S + 900 * NS_PER_MS);
        long third = clock.toSessionNs(7_002 * NS_PER_S, 2 * NS_PER_S + 21 * NS_PER_MS);
        assertThat(second - first).isEqualTo(NS_PER_S);
        assertThat(third - second).isEqualTo(NS_PER_S);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDriftOfHundredMillionthsIsFollowedToWithinTwoMinutesOfIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double drift = 1 + (random.nextBoolean() ? 1e-4 : -1e-4);
        for (long s = 0; s < 7200; s++) {
            long happenedNs = s * NS_PER_S;
            long pageNs = Math.round(happenedNs * drift) + 40_000 * NS_PER_S;
            long delayNs = NS_PER_MS + random.nextLong(200 * NS_PER_MS);
            long errorNs = clock.toSessionNs(pageNs, happenedNs + delayNs) - happenedNs;
            assertThat(errorNs).isBetween(-12 * NS_PER_MS, s < 60 ? 201 * NS_PER_MS : 40 * NS_PER_MS);
        }
    }

    @Test
    void aPageThatBeginsAnewHasAnotherClock() {
        clock.toSessionNs(7_000 * NS_PER_S, 0);
        clock.reset();
        assertThat(clock.toSessionNs(0, 60 * NS_PER_S)).isEqualTo(60 * NS_PER_S);
    }

    @Test
    void afterASleepOfTheComputerTheNewDifferenceIsTakenWithinTwoMinutes() {
        clock.toSessionNs(0, 0);
        long errorNs = Long.MAX_VALUE;
        for (long s = 1; s <= 130; s++) {
            long arrivalNs = (s + 600) * NS_PER_S;
            errorNs = arrivalNs - clock.toSessionNs(s * NS_PER_S, arrivalNs);
        }
        assertThat(errorNs).isZero();
    }
}
