package org.soothe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareAndRankingTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0, 300", "9, 300", "150, 300", "300, 300", "1, 7"})
    void theIntervalOfAShareIsThatOfCommonsMath(int hits, int of) {
        ConfidenceInterval expected = new WilsonScoreInterval().createInterval(of, hits, 0.95);
        Share share = new Share(hits, of);
        assertThat(share.lowPercent()).isCloseTo(100 * expected.getLowerBound(), within(1e-9));
        assertThat(share.highPercent()).isCloseTo(100 * expected.getUpperBound(), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theAreaIsTheShareOfPairsInTheRightOrder(long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        double[] with = random.ints(40, 0, 12).asDoubleStream().toArray();
        double[] without = random.ints(30, 0, 9).asDoubleStream().toArray();
        double pairs = 0;
        for (double a : with) {
            for (double b : without) {
                pairs += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        assertThat(Ranking.area(with, without)).isCloseTo(pairs / (40 * 30), within(1e-12));
    }
}
